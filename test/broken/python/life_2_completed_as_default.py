"""LIFE-2: COMPLETED for every status that is not in the table"""

from _correct import run
from abc_security_monitor.stix_transmission import status_connector


class Statuses(dict):
    def __contains__(self, status):
        return True

    def __missing__(self, status):
        return "COMPLETED"


status_connector.STATUSES = Statuses(status_connector.STATUSES)

run()
