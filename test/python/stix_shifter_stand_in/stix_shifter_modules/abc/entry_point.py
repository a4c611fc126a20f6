"""The connector in ../../../abc_connector as a module of stix-shifter."""

import json
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "..", "..", "abc_connector"))
from main import answer  # noqa: E402


class EntryPoint:
    def __init__(self, connection, configuration, options):
        self.settings = json.dumps(connection), json.dumps(configuration)

    def is_async(self):
        return True

    async def ping_connection(self):
        return answer(*self.settings, "ping", [])

    async def create_query_connection(self, query):
        return answer(*self.settings, "query", [query])

    async def create_status_connection(self, search_id, *metadata):
        return answer(*self.settings, "status", [search_id])

    async def create_results_connection(self, search_id, offset, length, *metadata):
        place = [json.dumps(each) for each in metadata]
        return answer(*self.settings, "results", [search_id, offset, length, *place])

    async def delete_query_connection(self, search_id):
        return answer(*self.settings, "delete", [search_id])
