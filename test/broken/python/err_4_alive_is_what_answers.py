"""ERR-4: `ping` succeeding whatever is answered under HTTP status 200"""

from _correct import run
from abc_security_monitor.stix_transmission.ping_connector import PingConnector

ping_connection = PingConnector.ping_connection


async def ping(self):
    status, _ = self.api_client._send("GET", "/ping", None)
    return {"success": True} if status == 200 else await ping_connection(self)


PingConnector.ping_connection = ping

run()
