from .answering import answering
from .promises import require_promised
from .shifter import BasePingConnector


class PingConnector(BasePingConnector):
    def __init__(self, api_client):
        self.api_client = api_client

    @answering
    async def ping_connection(self):
        answer = await self.api_client.ping_data_source()
        require_promised(answer.get("success") is True, "success")
        return {"success": True}
