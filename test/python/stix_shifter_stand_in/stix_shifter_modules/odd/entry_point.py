"""What a connector may do, sound and unsound: the query names it."""

from .behaviours import BEHAVIOURS, CALLS


class EntryPoint:
    def __init__(self, connection, configuration, options):
        CALLS.append(connection)
        self.connection = connection

    def is_async(self):
        return True

    async def ping_connection(self):
        return {"success": True}

    async def create_query_connection(self, query):
        if query in BEHAVIOURS:
            return BEHAVIOURS[query](self.connection)
        return {"success": True, "search_id": query}

    async def create_status_connection(self, search_id, metadata=None):
        return {"success": True, "search_id": search_id, "metadata": metadata}

    async def create_results_connection(self, search_id, offset, length, metadata=None):
        given = [search_id, offset, length, metadata]
        return {"success": True, "given": repr(given), "metadata": metadata}

    async def delete_query_connection(self, search_id):
        return {"success": True}
