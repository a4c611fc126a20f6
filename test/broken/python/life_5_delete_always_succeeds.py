"""LIFE-5: `delete` succeeding whatever was there"""

from _correct import run
from abc_security_monitor.stix_transmission.delete_connector import DeleteConnector

delete = DeleteConnector.delete_query_connection


async def delete_anyhow(self, search_id):
    answer = await delete(self, search_id)
    return {"success": True} if answer.get("code") == "no_results" else answer


DeleteConnector.delete_query_connection = delete_anyhow

run()
