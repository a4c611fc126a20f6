"""A clause as an item of pytest."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Union

import pytest

from .clauses import Clause
from .contract_run import Surroundings, run_contract
from .contracts import Contract, nameless_contracts
from .errors import ContractViolation, ContractWarning
from .progress import shown_progress
from .shared_verdicts import shared_verdicts
from .verdicts import Verdict, Verdicts

RUNS = pytest.StashKey[dict[str, Verdicts]]()


class ClauseItem(pytest.Item):
    """One clause of one contract. Those that are chosen of a contract share one run, which the first of them begins."""

    def __init__(self, *, contract: Contract, group: str, clause: Clause, **others: Any) -> None:
        super().__init__(**others)
        self.contract = contract
        self.group = group
        self.clause = clause
        self.verdict = Verdict("unknown", "it was not run")
        self.user_properties += [("clause", clause.id), ("level", clause.level)]
        for mark in contract.marks_of(clause):
            self.add_marker(mark)

    def setup(self) -> None:
        """What is not known is an error, and no failure."""
        self.verdict = self._run().on(self.clause.id)
        if self.verdict.kind == "unknown":
            pytest.fail(f"{self.clause.id}: {self.verdict.text}", pytrace=False)

    def runtest(self) -> None:
        kind, text = self.verdict.kind, self.verdict.text
        if kind == "failed":
            raise ContractViolation(text)
        if kind in ("skipped", "waived"):
            pytest.skip(text)
        if kind == "advised":
            self.warn(ContractWarning(f"SHOULD not met\n{text}"))

    def _run(self) -> Verdicts:
        runs: dict[str, Verdicts] = self.session.stash.setdefault(RUNS, {})
        if self.group not in runs:
            chosen = [item.clause for item in self._beside()]
            with shared_verdicts(self.config, self.group) as shared:
                if shared.verdicts is None:
                    with shown_progress(self.config) as show:
                        surroundings = self._surroundings(show)
                        shared.verdicts = run_contract(self.contract, chosen, surroundings)
                runs[self.group] = shared.verdicts
        return runs[self.group]

    def _surroundings(self, show: Callable[[str], None]) -> Surroundings:
        patient = bool(self.config.getoption("usepdb", False))
        return Surroundings(self.config.rootpath, self.group, patient, show)

    def _beside(self) -> Iterator[ClauseItem]:
        """All that have been chosen of the same contract."""
        for item in self.session.items:
            if isinstance(item, ClauseItem) and item.group == self.group:
                yield item

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Our own source is nothing to look at."""
        if isinstance(excinfo.value, ContractViolation):
            return excinfo.getrepr(style="value")
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Union[Path, os.PathLike[str], str], int, str]:
        return self.path, self.contract.place[1] - 1, self.name


def clause_items(
    collector: pytest.Collector, name: str, contract: Contract
) -> Sequence[ClauseItem]:
    """An item for each clause that a contract asks for.

    Raises CollectError where the module has made one that is lost.
    """
    module = collector.getparent(pytest.Module)
    for lost in nameless_contracts(vars(module.obj)) if module is not None else ():
        raise pytest.Collector.CollectError(
            f"{collector.path.name}:{lost.place[1]}: no name holds this contract: give each a name of its own"
        )
    return [
        ClauseItem.from_parent(
            collector,
            name=f"{name}[{clause.id}]",
            contract=contract,
            group=f"{collector.nodeid}::{name}",
            clause=clause,
        )
        for clause in contract.clauses
    ]
