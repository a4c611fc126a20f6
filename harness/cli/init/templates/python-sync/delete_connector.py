from .answering import answering
from .search_id import require_search_id
from .shifter import BaseDeleteConnector


class DeleteConnector(BaseDeleteConnector):
    def __init__(self, api_client):
        self.api_client = api_client

    @answering
    async def delete_query_connection(self, search_id):
        """The data source keeps nothing of a synchronous search, so there is nothing to remove."""
        require_search_id(search_id)
        return {"success": True}
