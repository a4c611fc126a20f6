"""ERR-3: no entry for 403 in the error table"""

from _correct import run
from abc_security_monitor.stix_transmission import error_mapper

del error_mapper.ERROR_MAPPING[403]

run()
