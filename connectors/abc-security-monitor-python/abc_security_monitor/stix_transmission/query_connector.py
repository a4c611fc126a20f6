from .answering import answering
from .promises import is_text, require_promised
from .search_id import require_text
from .shifter import BaseQueryConnector


class QueryConnector(BaseQueryConnector):
    def __init__(self, api_client):
        self.api_client = api_client

    @answering
    async def create_query_connection(self, query):
        answer = await self.api_client.create_search(require_text(query, "query"))
        require_promised(is_text(answer.get("query_id")), "query_id")
        return {"success": True, "search_id": answer["query_id"]}
