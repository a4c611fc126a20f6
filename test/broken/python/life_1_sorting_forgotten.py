"""LIFE-1: SORTING missing from the statuses"""

from _correct import run
from abc_security_monitor.stix_transmission import status_connector

del status_connector.STATUSES["SORTING"]

run()
