"""LIFE-10: `delete` left as in the template, which only answers"""

from _correct import run
from delete_connector import DeleteConnector

DeleteConnector.delete_query_connection = lambda self, search_id: {"success": True}

run()
