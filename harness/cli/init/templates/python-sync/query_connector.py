from .answering import answering
from .search_id import require_text
from .shifter import BaseQueryConnector


class QueryConnector(BaseQueryConnector):
    def __init__(self, api_client):
        self.api_client = api_client

    @answering
    async def create_query_connection(self, query):
        """Hands the query on: a synchronous search has no other id, and `results` runs it."""
        return {"success": True, "search_id": require_text(query, "query")}
