"""NET-3: no timeout at all"""

from _correct import run
from abc_security_monitor.stix_transmission import deadline_connection

deadline_connection.DeadlineConnection.remaining = lambda self: 3_600

run()
