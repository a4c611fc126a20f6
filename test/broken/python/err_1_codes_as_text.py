"""ERR-1: codes looked up as text, though the API sends numbers"""

from _correct import run
from abc_security_monitor.stix_transmission import error_mapper

error_mapper.ERROR_MAPPING = {str(code): name for code, name in error_mapper.ERROR_MAPPING.items()}

run()
