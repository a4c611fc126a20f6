"""LIFE-1: SORTING missing from the statuses"""

from _correct import run
import status_connector

del status_connector.STATUSES["SORTING"]

run()
