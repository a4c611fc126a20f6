from .answering import answering
from .promises import require_promised
from .search_id import require_search_id
from .shifter import BaseDeleteConnector


class DeleteConnector(BaseDeleteConnector):
    def __init__(self, api_client):
        self.api_client = api_client

    @answering
    async def delete_query_connection(self, search_id):
        answer = await self.api_client.delete_search(require_search_id(search_id))
        require_promised(answer.get("success") is True, "success")
        return {"success": True}
