"""The fixtures."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from .errors import ContractError
from .mock_data_source import MockDataSource
from .mock_server import MockServer, Served

OPTION = "connector_contract_data_source"


class MockServers:
    """The mocks of a session, one for each data source that tests ask for."""

    def __init__(self, config: pytest.Config) -> None:
        self._root = config.rootpath
        self._running: dict[Served, MockServer] = {}

    def clean(self, served: Served) -> MockServer:
        """Raises ContractError where it does not start."""
        if served in self._running:
            self._running[served].clean()
        else:
            self._running[served] = MockServer(served, self._root)
        return self._running[served]

    def close(self) -> None:
        for server in self._running.values():
            server.close()


@pytest.fixture(scope="session")
def _connector_contract_mocks(pytestconfig: pytest.Config) -> Iterator[MockServers]:
    servers = MockServers(pytestconfig)
    try:
        yield servers
    finally:
        servers.close()


@pytest.fixture
def mock_data_source(
    request: pytest.FixtureRequest,
    _connector_contract_mocks: MockServers,
    monkeypatch: pytest.MonkeyPatch,
) -> MockDataSource:
    """A mock data source on this machine, clean at the start of each test; one server serves a session.

    Which one says the marker `data_source("qradar")`, else `connector_contract_data_source` in pytest's configuration,
    else it is what `verify` takes where none is named. `data_source(..., http=True)` has it speak plain HTTP.
    """
    try:
        server = _connector_contract_mocks.clean(_served(request))
    except ContractError as error:
        pytest.fail(str(error), pytrace=False)
    # Where connectors trust by a variable and take no certificate in their connection.
    for name, value in server.environment.items():
        monkeypatch.setenv(name, value)
    return MockDataSource(server)


def _served(request: pytest.FixtureRequest) -> Served:
    usual = request.config.getini(OPTION) or None
    marker = request.node.get_closest_marker("data_source")
    if marker is None:
        return Served(usual, http=False)
    unknown = set(marker.kwargs) - {"http"}
    if len(marker.args) > 1 or unknown:
        raise ContractError('a data source is named as in data_source("qradar", http=True)')
    return Served(marker.args[0] if marker.args else usual, bool(marker.kwargs.get("http")))
