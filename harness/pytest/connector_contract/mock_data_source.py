"""What the fixture `mock_data_source` is: a mock data source, as a test of a connector drives it."""

from __future__ import annotations

import copy
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional, Union
from urllib.parse import quote

from .errors import ContractError
from .mock_server import MockServer


@dataclass(frozen=True)
class Request:
    """One request of a connector and what was answered. Secrets are masked throughout."""

    sequence: int
    operation: Optional[str]
    """As the data source calls it; None where the request reached none."""
    search_id: Optional[str]
    method: str
    path: str
    """With the query string, as it was sent."""
    headers: Mapping[str, str]
    """By lower-case name."""
    body: Optional[str]
    status: Optional[int]
    """Of the answer; None where none was sent."""
    answer: Optional[str]
    """Its body, of which the first 8 KiB are kept."""
    fault: Optional[str]
    """The id of the fault that struck."""
    unexpected: Optional[str]
    """Why the request is none that the API expects."""


class Fault:
    """Something that goes wrong until it is removed."""

    def __init__(self, server: MockServer, told: Mapping[str, Any]) -> None:
        self._server = server
        self.id: str = told["id"]
        self.spec: Mapping[str, Any] = told["spec"]

    @property
    def struck(self) -> int:
        """How many requests it has struck."""
        faults = self._server.ask("GET", "/faults")["faults"]
        return sum(int(each["struck"]) for each in faults if each["id"] == self.id)

    def remove(self) -> None:
        """Raises ContractError where it is gone already."""
        __tracebackhide__ = True
        self._server.ask("DELETE", f"/faults/{self.id}")


class MockDataSource:
    """A mock data source, clean at the start of each test. Whatever it refuses is a ContractError that says why."""

    def __init__(self, server: MockServer) -> None:
        self._server = server

    @property
    def url(self) -> str:
        """Where it is, as in `https://127.0.0.1:41234`."""
        return self._server.url

    @property
    def connection(self) -> dict[str, Any]:
        """What a connector is given to reach it: a copy."""
        return copy.deepcopy(self._server.connection)

    @property
    def configuration(self) -> dict[str, Any]:
        """What a connector is given to be known by it: a copy."""
        return copy.deepcopy(self._server.configuration)

    def completed_search(self, rows: Optional[int] = None, query: Optional[str] = None) -> str:
        """Makes a search that is done, at no request, and gives its id.

        rows: how many it finds, where no query is named; None: as many as the data source has (1,000).
        """
        __tracebackhide__ = True
        if rows is not None:
            self.settings(data_set={"rows": rows, "seed": 1})
        return self.search(query, status=self._server.about["completed"])

    def search(
        self,
        query: Optional[str] = None,
        *,
        status: Optional[str] = None,
        progress: Optional[int] = None,
    ) -> str:
        """Makes a search, at no request, and gives its id.

        status, progress (0 to 100): where it stays until it is advanced, in the data source's own words; without them it
        goes on as one that a connector has made. Without a query it finds all rows.
        """
        __tracebackhide__ = True
        asked = {"query": query or self._server.about["queries"]["all"]}
        more = {"status": status, "progress": progress}
        known = {name: value for name, value in more.items() if value is not None}
        made = self._server.ask("POST", "/searches", {**asked, **known})
        return str(made["search_id"])

    def advance(self, search_id: str, status: str, progress: Optional[int] = None) -> None:
        """Moves a search, which stays there until it is moved again: never back, and never out of a final status."""
        __tracebackhide__ = True
        place: dict[str, Any] = {"status": status}
        if progress is not None:
            place["progress"] = progress
        self._server.ask("POST", f"/searches/{quote(search_id, safe='')}/advance", place)

    def rows(self, search_id: str, limit: int = 1_000) -> list[dict[str, Any]]:
        """The first rows that a search finds, in their order, as the data source has them."""
        __tracebackhide__ = True
        path = f"/searches/{quote(search_id, safe='')}/rows?limit={limit}"
        return list(self._server.ask("GET", path)["rows"])

    def settings(self, **changes: Any) -> None:
        """Changes settings as the control plane has them: `max_page_size=5`, `ids="awkward"`."""
        __tracebackhide__ = True
        self._server.ask("PATCH", "/settings", changes)

    def fault(self, kind: str, **fields: Any) -> Fault:
        """Has something go wrong from now on: `fault("http-status", status=503, operation="results")`.

        docs/mock.md has the kinds, their fields, and where and when they strike. Times are in milliseconds.
        """
        __tracebackhide__ = True
        return Fault(self._server, self._server.ask("POST", "/faults", {"kind": kind, **fields}))

    def recipe(self, name: str, **fields: Any) -> Sequence[Fault]:
        """Brings an error case about by its name: `recipe("search-expires-while-paging", page=3)`.

        `connector-contract recipes` lists them. Gives the faults that it has added.
        """
        __tracebackhide__ = True
        applied = self._server.ask("POST", "/recipes", {"recipe": name, **fields})
        return [Fault(self._server, each) for each in applied["faults"]]

    def scenario(self, path: Union[str, os.PathLike[str]]) -> Sequence[Fault]:
        """Brings about what a file says, with all that goes wrong there; gives the faults that it has added.

        docs/scenarios.md says what stands in one. It has its rows in itself, and names no further file.
        """
        __tracebackhide__ = True
        try:
            content = Path(path).read_bytes()
        except OSError as error:
            raise ContractError(f"the scenario {path} cannot be read: {error.strerror}") from None
        told = self._server.send("PUT", "/scenario", content, "application/yaml")
        return [Fault(self._server, each) for each in told["faults"]]

    @property
    def requests(self) -> list[Request]:
        """What was asked so far, the oldest first."""
        found: list[Request] = []
        after: Optional[int] = 0
        while after is not None:
            part = self._server.ask("GET", f"/journal?after={after}")
            found += [_request(entry) for entry in part["entries"]]
            after = part["next_after"]
        return found

    def assert_requested(
        self,
        operation: Optional[str] = None,
        *,
        times: Optional[int] = None,
        method: Optional[str] = None,
        path: Optional[str] = None,
        status: Optional[int] = None,
    ) -> list[Request]:
        """Fails unless there was such a request, or so many of them; gives those.

        operation: as the data source calls it. path: a part of the path with its query string. status: of the answer.
        """
        __tracebackhide__ = True
        every = self.requests
        found = [
            each
            for each in every
            if operation in (None, each.operation)
            and method in (None, each.method)
            and (path is None or path in each.path)
            and status in (None, each.status)
        ]
        if found if times is None else len(found) == times:
            return found
        named = {"operation": operation, "method": method, "path": path, "status": status}
        asked = ", ".join(f"{name} {value}" for name, value in named.items() if value is not None)
        wanted = "at least one" if times is None else str(times)
        lines = [f"  {each.method} {each.path} = {each.status}" for each in every] or ["  none"]
        raise AssertionError(
            "\n".join([f"{len(found)} requests with {asked or 'anything'}, not {wanted}:", *lines])
        )


def _request(entry: Mapping[str, Any]) -> Request:
    request, response = entry["request"], entry.get("response") or {}
    return Request(
        sequence=entry["sequence"],
        operation=entry.get("operation"),
        search_id=entry.get("search_id"),
        method=request["method"],
        path=request["path"],
        headers=request.get("headers", {}),
        body=request.get("body"),
        status=response.get("status"),
        answer=response.get("body"),
        fault=entry.get("fault"),
        unexpected=entry.get("unexpected"),
    )
