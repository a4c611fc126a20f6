"""LIFE-10: `delete` left as in the template, which only answers"""

from _correct import run
from abc_security_monitor.stix_transmission.delete_connector import DeleteConnector


async def delete(self, search_id):
    return {"success": True}


DeleteConnector.delete_query_connection = delete

run()
