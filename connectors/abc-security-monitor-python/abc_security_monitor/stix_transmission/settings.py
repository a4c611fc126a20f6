import re

from .failure import Failure

DEFAULT_TIMEOUT_SECONDS = 30
MAX_TIMEOUT_SECONDS = 2_000_000


class Settings:
    """The connection and configuration objects, checked. Messages name the member, never its value."""

    def __init__(self, connection, configuration):
        _require(isinstance(connection, dict), "connection", "an object")
        _require(isinstance(configuration, dict), "configuration", "an object")
        options = _optional(connection, "options", {})
        auth = configuration.get("auth")
        _require(isinstance(options, dict), "connection.options", "an object")
        _require(isinstance(auth, dict), "configuration.auth", "an object")

        self.host = connection.get("host")
        self.port = _port_in(connection.get("port"))
        self.scheme = _optional(connection, "scheme", "https")
        self.certificate = _optional(connection, "selfSignedCert", None)
        self.timeout = _optional(options, "timeout", DEFAULT_TIMEOUT_SECONDS)
        self.result_limit = _optional(options, "result_limit", None)
        self.username = auth.get("username")
        self.password = auth.get("password")
        self._check()
        self.timeout = min(self.timeout, MAX_TIMEOUT_SECONDS)

    def _check(self):
        host, port, limit = self.host, self.port, self.result_limit
        is_name = isinstance(host, str) and re.search(r"^[^/?#@\\\s\x00-\x20\x7f]+\Z", host)
        _require(is_name, "connection.host", "a host name or address")
        _require(_is_whole(port) and 1 <= port <= 65535, "connection.port", "a port number")
        _require(self.scheme in ("https", "http"), "connection.scheme", "https or http")
        _require(_is_text_or_none(self.certificate), "connection.selfSignedCert", "a PEM certificate")
        seconds = self.timeout
        _require(_is_number(seconds) and seconds > 0, "connection.options.timeout", "seconds above 0")
        is_limit = limit is None or (_is_whole(limit) and limit > 0)
        _require(is_limit, "connection.options.result_limit", "a whole number above 0")
        _require(isinstance(self.username, str), "configuration.auth.username", "a string")
        _require(isinstance(self.password, str), "configuration.auth.password", "a string")


def _optional(members, name, default):
    value = members.get(name)
    return default if value is None else value


def _port_in(value):
    """A command line may give it as text."""
    return int(value) if isinstance(value, str) and re.search(r"^[0-9]{1,5}\Z", value) else value


def _is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _is_whole(value):
    return isinstance(value, int) and not isinstance(value, bool)


def _is_text_or_none(value):
    return value is None or (isinstance(value, str) and value != "")


def _require(holds, name, what):
    if not holds:
        raise Failure("invalid_parameter", f"{name} must be {what}")
