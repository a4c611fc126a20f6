import asyncio
import base64
import functools
import http.client
import json
import ssl
from contextlib import closing
from urllib.parse import quote

from .deadline_connection import DeadlineConnection
from .error_mapper import raise_failure_in
from .failure import Failure
from .settings import Settings

BASE_PATH = "/api/v1"
MAX_RESPONSE_BYTES = 16 * 1024 * 1024


class APIClient:
    """The ABC Security Monitor API, one method an operation.

    Each gives the body of a success and raises Failure for anything else. Certificates and host names
    are always verified; redirects are not followed; nothing is sent twice.
    """

    def __init__(self, connection, configuration):
        self._given = connection, configuration

    @functools.cached_property
    def settings(self):
        """Checked at the first call: stix-shifter would answer `is_async` with what a constructor raises."""
        return Settings(*self._given)

    @property
    def auth(self):
        """The credentials as they were given, for whoever keeps them out of what is said."""
        return self._given[1].get("auth")

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
        status, text = await asyncio.to_thread(self._exchange, method, BASE_PATH + path, body)
        answer = _parse(text)
        raise_failure_in(status, answer)
        return answer

    def _exchange(self, method, path, body):
        headers = {"Accept": "application/json", "Authorization": self._authorization}
        if body is not None:
            headers["Content-Type"] = "application/json"
        settings = self.settings
        timeout = settings.timeout
        connection = DeadlineConnection(settings.host, settings.port, timeout, self._tls)
        try:
            with closing(connection):
                sent = None if body is None else json.dumps(body).encode("ascii")
                connection.request(method, path, sent, headers)
                response = connection.getresponse()
                return response.status, _read(response)
        except ssl.SSLCertVerificationError as error:
            raise Failure("certificate_fail", f"The certificate was rejected: {error.verify_message}")
        except TimeoutError:
            message = f"The data source did not answer within {timeout:g} s"
            raise Failure("service_unavailable", message)
        except (OSError, UnicodeError, http.client.HTTPException) as error:
            reason = str(error) or type(error).__name__
            raise Failure("service_unavailable", f"The data source could not be reached: {reason}")

    @functools.cached_property
    def _tls(self):
        return _tls_context(self.settings.certificate) if self.settings.scheme == "https" else None

    @property
    def _authorization(self):
        credentials = f"{self.settings.username}:{self.settings.password}"
        octets = credentials.encode("utf-8", "surrogatepass")
        return "Basic " + base64.b64encode(octets).decode("ascii")


def _tls_context(certificate):
    try:
        context = ssl.create_default_context(cadata=certificate)
    except (ssl.SSLError, ValueError):
        raise Failure("certificate_fail", "connection.selfSignedCert is not a PEM certificate")
    context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
    return context


def _search_path(search_id):
    return "/searches/" + quote(search_id, safe="")


def _read(response):
    text = response.read(MAX_RESPONSE_BYTES + 1)
    if len(text) > MAX_RESPONSE_BYTES:
        raise Failure("unknown", "The data source answered more than a page can hold")
    if response.length:  # bytes that were promised and never came
        raise http.client.IncompleteRead(text, response.length)
    return text


def _parse(text):
    """The body as JSON, or None where it is none: the caller then sees that the promise is broken."""
    try:
        return json.loads(text.decode("utf-8"), parse_constant=_refuse)
    except (ValueError, RecursionError):
        return None


def _refuse(constant):
    raise ValueError(f"{constant} is not JSON")
