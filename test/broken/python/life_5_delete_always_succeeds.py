"""LIFE-5: `delete` succeeding whatever was there"""

from _correct import run
from delete_connector import DeleteConnector
from failure import Failure

delete = DeleteConnector.delete_query_connection


def delete_anyhow(self, search_id):
    try:
        return delete(self, search_id)
    except Failure as failure:
        if failure.code == "no_results":
            return {"success": True}
        raise


DeleteConnector.delete_query_connection = delete_anyhow

run()
