"""ERR-5: an error told by the HTTP status alone"""

from _correct import run
from abc_security_monitor.stix_transmission import api_client

raise_failure_in = api_client.raise_failure_in


def raise_failure_by_status(status, body):
    if status != 200 or not isinstance(body, dict):
        raise_failure_in(status, body)
    body["success"] = True


api_client.raise_failure_in = raise_failure_by_status

run()
