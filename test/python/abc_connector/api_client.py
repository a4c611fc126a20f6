import base64
import http.client
import json
import ssl
from urllib.parse import quote

from deadline_connection import DeadlineConnection
from error_mapper import raise_failure_in
from failure import Failure

BASE_PATH = "/api/v1"
MAX_RESPONSE_BYTES = 16 * 1024 * 1024


class APIClient:
    """The ABC Security Monitor API, one method an operation.

    Each gives the body of a success and raises Failure for anything else. Certificates and host names
    are always verified; redirects are not followed; nothing is sent twice.
    """

    def __init__(self, settings):
        self._settings = settings
        credentials = f"{settings.username}:{settings.password}".encode("utf-8", "surrogatepass")
        self._authorization = "Basic " + base64.b64encode(credentials).decode("ascii")
        tls = _tls_context(settings.certificate) if settings.scheme == "https" else None
        self._connection = DeadlineConnection(settings.host, settings.port, settings.timeout, tls)

    def close(self):
        self._connection.close()

    def ping_data_source(self):
        return self._call("GET", "/ping")

    def create_search(self, query):
        return self._call("POST", "/searches", {"query": query})

    def get_search_status(self, search_id):
        return self._call("GET", _search_path(search_id))

    def get_search_results(self, search_id, start, limit):
        """`start` is ("offset", n) or ("page_token", token)."""
        name, value = start
        query = f"{name}={quote(str(value), safe='')}&limit={limit}"
        return self._call("GET", f"{_search_path(search_id)}/results?{query}")

    def delete_search(self, search_id):
        return self._call("DELETE", _search_path(search_id))

    def _call(self, method, path, body=None):
        status, text = self._exchange(method, BASE_PATH + path, body)
        answer = _parse(text)
        raise_failure_in(status, answer)
        return answer

    def _exchange(self, method, path, body):
        headers = {"Accept": "application/json", "Authorization": self._authorization}
        if body is not None:
            headers["Content-Type"] = "application/json"
        try:
            self._connection.start_clock()
            sent = None if body is None else json.dumps(body).encode("ascii")
            self._connection.request(method, path, sent, headers)
            response = self._connection.getresponse()
            return response.status, _read(response)
        except ssl.SSLCertVerificationError as error:
            raise Failure("certificate_fail", f"The certificate was rejected: {error.verify_message}")
        except TimeoutError:
            message = f"The data source did not answer within {self._settings.timeout:g} s"
            raise Failure("service_unavailable", message)
        except (OSError, UnicodeError, http.client.HTTPException) as error:
            reason = str(error) or type(error).__name__
            raise Failure("service_unavailable", f"The data source could not be reached: {reason}")


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
