"""ERR-2: the first entry of the error table for every code that it does not list"""

from _correct import run
from abc_security_monitor.stix_transmission import error_mapper


class Table(dict):
    def get(self, code, default=None):
        is_the_apis = isinstance(code, int)
        return dict.get(self, code, next(iter(self.values())) if is_the_apis else default)


error_mapper.ERROR_MAPPING = Table(error_mapper.ERROR_MAPPING)

run()
