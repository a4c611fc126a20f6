"""The hooks of pytest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional, Union

import pytest

from .clauses import clauses_named
from .contracts import Contract
from .errors import ContractError
from .fixtures import OPTION, _connector_contract_mocks, mock_data_source
from .items import ClauseItem, clause_items
from .shared_verdicts import SharedFolder


__all__ = ["_connector_contract_mocks", "mock_data_source"]  # pytest finds fixtures by their names here


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("connector contract")
    group.addoption(
        "--clause",
        action="append",
        default=[],
        metavar="CLAUSES",
        help="run these clauses alone, exactly: PAGE-1, or a family, PAGE; may be repeated",
    )
    parser.addini(OPTION, "what mock_data_source is a mock of, by its name or as a file", default="")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers", "data_source(name, http=False): what mock_data_source is a mock of in this test"
    )
    try:
        clauses_named(_asked(config))
    except ContractError as error:
        raise pytest.UsageError(f"--clause: {error}") from None
    if config.pluginmanager.hasplugin("xdist"):
        config.pluginmanager.register(SharedFolder())


def pytest_pycollect_makeitem(
    collector: Union[pytest.Module, pytest.Class], name: str, obj: object
) -> Optional[Sequence[ClauseItem]]:
    if isinstance(obj, Contract) and collector.funcnamefilter(name):
        return clause_items(collector, name, obj)
    return None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    asked = clauses_named(_asked(config))
    if not asked:
        return
    kept = [item for item in items if isinstance(item, ClauseItem) and item.clause in asked]
    config.hook.pytest_deselected(items=[item for item in items if item not in kept])
    items[:] = kept


def _asked(config: pytest.Config) -> Sequence[str]:
    given: Sequence[str] = config.getoption("--clause")
    return [word for words in given for word in words.split(",")]
