"""ERR-3: a wrong password as unknown, by `status` alone"""

from _correct import run
from abc_security_monitor.stix_transmission.status_connector import StatusConnector

status = StatusConnector.create_status_connection


async def status_of_anybody(self, search_id, metadata=None):
    answer = await status(self, search_id, metadata)
    return {**answer, "code": "unknown"} if answer.get("code") == "authentication_fail" else answer


StatusConnector.create_status_connection = status_of_anybody

run()
