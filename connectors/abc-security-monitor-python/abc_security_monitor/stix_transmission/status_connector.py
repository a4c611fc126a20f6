from .answering import answering
from .promises import is_count, require_promised
from .search_id import require_search_id
from .shifter import BaseStatusConnector

STATUSES = {
    "WAIT": "RUNNING",
    "EXECUTE": "RUNNING",
    "SORTING": "RUNNING",
    "COMPLETED": "COMPLETED",
    "CANCELED": "CANCELED",
    "ERROR": "ERROR",
}


class StatusConnector(BaseStatusConnector):
    def __init__(self, api_client):
        self.api_client = api_client

    @answering
    async def create_status_connection(self, search_id, metadata=None):
        answer = await self.api_client.get_search_status(require_search_id(search_id))
        require_promised(answer.get("query_id") == search_id, "query_id")
        status, progress = answer.get("status"), answer.get("progress")
        require_promised(isinstance(status, str) and status in STATUSES, "status")
        require_promised(is_count(progress) and progress <= 100, "progress")
        return {
            "success": True,
            "status": STATUSES[status],
            "progress": 100 if status == "COMPLETED" else progress,
        }
