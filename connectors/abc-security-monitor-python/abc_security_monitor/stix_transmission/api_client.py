import asyncio
import base64
import functools
from urllib.parse import quote

from .error_mapper import raise_failure_in
from .http_client import HttpClient
from .settings import Settings

BASE_PATH = "/api/v1"


class APIClient:
    """The ABC Security Monitor API, one method an operation.

    Each gives the body of a success and raises Failure for anything else.
    """

    def __init__(self, connection, configuration):
        self._given = connection, configuration
        self._http = None

    @functools.cached_property
    def settings(self):
        """Checked at the first call: stix-shifter would answer `is_async` with what a constructor raises."""
        return Settings(*self._given)

    @property
    def auth(self):
        """The credentials as they were given, for whoever keeps them out of what is said."""
        return self._given[1].get("auth")

    def close(self):
        """Hangs up; a call after it connects anew."""
        if self._http is not None:
            self._http.close()

    async def ping_data_source(self):
        return await self._call("GET", "/ping")

    async def create_search(self, query):
        return await self._call("POST", "/searches", {"query": query})

    async def get_search_status(self, search_id):
        return await self._call("GET", _search_path(search_id))

    async def get_search_results(self, search_id, start, limit):
        """`start` is ("offset", n) or ("page_token", token)."""
        name, value = start
        query = f"{name}={quote(str(value), safe='')}&limit={limit}"
        return await self._call("GET", f"{_search_path(search_id)}/results?{query}")

    async def delete_search(self, search_id):
        return await self._call("DELETE", _search_path(search_id))

    async def query_events(self, query, start, limit):
        """A page of a query that is run at once, for a synchronous connector. `start` is as above."""
        name, value = start
        return await self._call("POST", "/events/query", {"query": query, name: value, "limit": limit})

    async def _call(self, method, path, body=None):
        # http.client blocks; in a thread, it does not hold up what else the caller's event loop does.
        status, answer = await asyncio.to_thread(self._send, method, path, body)
        raise_failure_in(status, answer)
        return answer

    def _send(self, method, path, body):
        if self._http is None:
            self._http = HttpClient(self.settings)
        headers = {"Authorization": _basic(self.settings.username, self.settings.password)}
        return self._http.send(method, BASE_PATH + path, headers, body)


def _basic(username, password):
    octets = f"{username}:{password}".encode("utf-8", "surrogatepass")
    return "Basic " + base64.b64encode(octets).decode("ascii")


def _search_path(search_id):
    return "/searches/" + quote(search_id, safe="")
