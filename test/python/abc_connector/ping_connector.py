from promises import require_promised


class PingConnector:
    def __init__(self, api_client):
        self.api_client = api_client

    def ping_connection(self):
        answer = self.api_client.ping_data_source()
        require_promised(answer.get("success") is True, "success")
        return {"success": True}
