"""A mock data source in a process of its own, and its control plane."""

from __future__ import annotations

import http.client
import json
import ssl
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional, cast
from urllib.parse import urlsplit

from .errors import ContractError
from .finding import find_node, find_package
from .harness_process import HarnessProcess

READY = b"Ctrl-C stops it."
PATIENCE = 10
"""Seconds. A fault may keep connections from being made, those to the control plane among them."""


@dataclass(frozen=True)
class Served:
    """What a mock is a mock of, and how."""

    data_source: Optional[str]
    http: bool


class MockServer:
    """A mock that is up, until it is closed.

    Raises ContractError where it does not start.
    """

    def __init__(self, served: Served, root: Path) -> None:
        self._served, self._root = served, root
        self._start()

    def _start(self) -> None:
        words = [find_node(), find_package(self._root), "mock", "--port", "0", "--quiet"]
        if self._served.data_source is not None:
            words += ["--data-source", self._served.data_source]
        with tempfile.TemporaryDirectory(prefix="connector-contract-") as folder:
            path = Path(folder, "connection.json")
            words += ["--connection-out", str(path), *(["--http"] if self._served.http else [])]
            self._process = HarnessProcess(words, self._root, {}, stdout=True)
            self._await_ready()
            facts: dict[str, Any] = json.loads(path.read_text("utf-8"))
        self.url: str = facts["url"]
        self.connection: dict[str, Any] = facts["connection"]
        self.configuration: dict[str, Any] = facts["configuration"]
        self.environment: dict[str, str] = facts["environment"]
        self._client = _client(self.url, facts["certificate"])
        self.about: dict[str, Any] = self.ask("GET", "/about")

    def _await_ready(self) -> None:
        child = self._process.child
        assert child.stdout is not None
        for line in child.stdout:
            if line.strip() == READY:
                return
        self._process.stop()
        said = self._process.said()
        raise ContractError(f"the mock did not start: {said or 'it said nothing'}")

    def ask(self, method: str, path: str, body: Optional[Mapping[str, Any]] = None) -> Any:
        """What the control plane answers. Raises ContractError with its message where it refuses."""
        __tracebackhide__ = True
        content = None if body is None else json.dumps(body).encode()
        return self.send(method, path, content, "application/json")

    def send(self, method: str, path: str, content: Optional[bytes], media_type: str) -> Any:
        """The same with a body in any form."""
        __tracebackhide__ = True
        headers = {} if content is None else {"Content-Type": media_type}
        status, answer = self._exchange(method, path, content, headers)
        if status >= 400:
            raise ContractError(cast("str", answer["message"]))
        return answer

    def _exchange(
        self, method: str, path: str, content: Optional[bytes], headers: Mapping[str, str]
    ) -> tuple[int, Any]:
        __tracebackhide__ = True
        # The first may have been given up by the other side meanwhile.
        for is_last in (False, True):
            try:
                self._client.request(method, f"/_mock{path}", content, headers)
                response = self._client.getresponse()
                return response.status, json.loads(response.read())
            except (OSError, http.client.HTTPException) as error:
                self._client.close()
                if is_last:
                    raise ContractError(f"the mock at {self.url} does not answer: {error}") from None
        raise AssertionError  # the loop ends in one of the two ways

    def clean(self) -> None:
        """As it was at the start: searches, faults, journal and settings. One that does not answer is started again."""
        try:
            self.ask("POST", "/reset")
        except ContractError:
            self.close()
            self._start()

    def close(self) -> None:
        self._client.close()
        self._process.stop()


def _client(url: str, certificate: Optional[str]) -> http.client.HTTPConnection:
    parts = urlsplit(url)
    assert parts.hostname is not None
    if certificate is None:
        return http.client.HTTPConnection(parts.hostname, parts.port, timeout=PATIENCE)
    trust = ssl.create_default_context(cafile=certificate)
    return http.client.HTTPSConnection(parts.hostname, parts.port, timeout=PATIENCE, context=trust)
