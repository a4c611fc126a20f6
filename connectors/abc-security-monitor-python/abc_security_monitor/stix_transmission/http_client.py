import http.client
import json
import math
import ssl

from .deadline_connection import DeadlineConnection
from .failure import Failure

MAX_RESPONSE_BYTES = 16 * 1024 * 1024


class HttpClient:
    """HTTP to one data source.

    Certificates and host names are always verified; redirects are not followed; nothing is sent twice but
    a GET on a kept connection that turns out to be closed. A connection is kept for what is asked next: a
    result of many pages would take a handshake for each.
    """

    def __init__(self, settings):
        self._settings = settings
        self._tls = _tls_context(settings.certificate) if settings.scheme == "https" else None
        self._idle = []

    def close(self):
        """Hangs up what no request is using."""
        while self._idle:
            self._idle.pop().close()

    def send(self, method, path, headers, body=None):
        """The status, and the body as JSON, None where it is none.

        `path` is percent-encoded already; `body` goes out as JSON. Raises Failure where no whole answer
        comes within the timeout.
        """
        headers = {"Accept": "application/json", **headers}
        sent = None
        if body is not None:
            headers["Content-Type"] = "application/json"
            sent = json.dumps(body).encode("ascii")
        try:
            status, text = self._exchange(method, path, sent, headers)
        except ssl.SSLCertVerificationError as error:
            raise Failure("certificate_fail", f"The certificate was rejected: {error.verify_message}")
        except TimeoutError:
            message = f"The data source did not answer within {self._settings.timeout:g} s"
            raise Failure("service_unavailable", message)
        except (OSError, UnicodeError, http.client.HTTPException) as error:
            reason = str(error) or type(error).__name__
            raise Failure("service_unavailable", f"The data source could not be reached: {reason}")
        return status, _parse(text)

    def _exchange(self, method, path, sent, headers):
        connection = self._take()
        try:
            connection.start_clock(self._settings.timeout)
            with _ask(connection, method, path, sent, headers) as response:
                text = _read(response)
        except BaseException:
            connection.close()
            raise
        self._idle.append(connection)
        return response.status, text

    def _take(self):
        while self._idle:
            connection = self._idle.pop()
            if connection.is_open():
                return connection
            connection.close()
        return DeadlineConnection(self._settings.host, self._settings.port, self._tls)


def _ask(connection, *request):
    """The response, whose body is still to be read.

    A data source may close a connection that was kept at any time, also while a request is on its way:
    what changes nothing there is asked once more.
    """
    is_kept = connection.sock is not None
    try:
        connection.request(*request)
        return connection.getresponse()
    except ConnectionError:
        if not is_kept or request[0] != "GET":
            raise
    connection.close()
    connection.request(*request)
    return connection.getresponse()


def _tls_context(certificate):
    try:
        context = ssl.create_default_context(cadata=certificate)
    except (ssl.SSLError, ValueError):
        raise Failure("certificate_fail", "connection.selfSignedCert is not a PEM certificate")
    context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
    return context


def _read(response):
    text = response.read(MAX_RESPONSE_BYTES + 1)
    if len(text) > MAX_RESPONSE_BYTES:
        raise Failure("unknown", "The data source answered more than a page can hold")
    if response.length:  # bytes that were promised and never came
        raise http.client.IncompleteRead(text, response.length)
    return text


def _parse(text):
    try:
        return json.loads(text.decode("utf-8"), parse_constant=_refuse, parse_float=_finite)
    except (ValueError, RecursionError):
        return None


def _refuse(constant):
    raise ValueError(f"{constant} is not JSON")


def _finite(digits):
    number = float(digits)
    return _refuse(digits) if math.isinf(number) else number
