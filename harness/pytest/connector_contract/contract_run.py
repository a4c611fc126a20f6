"""One run of the harness, for all items that are chosen of one contract."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from .clauses import Clause, every_clause
from .contracts import Contract
from .errors import ContractError
from .finding import find_node, find_package
from .harness_process import HarnessProcess
from .object_server import ObjectServer
from .verdicts import Verdicts, verdicts_in


@dataclass(frozen=True)
class Surroundings:
    """Where a run is made."""

    root: Path
    """The folder that paths are relative to."""
    name: str
    """What pytest calls the contract."""
    patient: bool
    """Whether a debugger may halt the connector, so that no call has a deadline."""
    show: Callable[[str], None]
    """Told how far the run has come."""


def run_contract(
    contract: Contract, chosen: Sequence[Clause], surroundings: Surroundings
) -> Verdicts:
    """Verifies the connector by these clauses.

    Whatever keeps it from that is the trouble of the verdicts, in words.
    """
    try:
        return _run(contract, chosen, surroundings)
    except ContractError as error:
        return Verdicts([str(error)], {})


def _run(contract: Contract, chosen: Sequence[Clause], surroundings: Surroundings) -> Verdicts:
    """Raises ContractError where there is nothing to run it with."""
    words = [find_node(), find_package(surroundings.root), "verify"]
    with tempfile.TemporaryDirectory(prefix="connector-contract-") as folder:
        path = Path(folder, "verdicts.json")
        words += ["--progress", "json", "--report", f"verdicts={path}", *_only(chosen, contract), *contract.words]
        with _serving(contract, surroundings) as server:
            words += server.words if server is not None else contract.target
            variables, show = contract.environment, surroundings.show
            with HarnessProcess(words, surroundings.root, variables, show=show) as process:
                code = process.child.wait() if server is None else server.serve(process)
                said = process.said()
        return _verdicts_at(path, code, said)


@contextlib.contextmanager
def _serving(contract: Contract, surroundings: Surroundings) -> Iterator[ObjectServer | None]:
    if contract.connector is None:
        yield None
        return
    name, patient = surroundings.name, surroundings.patient
    with ObjectServer(contract.connector, name, patient) as server:
        yield server


def _only(chosen: Sequence[Clause], contract: Contract) -> Sequence[str]:
    """Of some of a contract's clauses as much is tried as of all: alone they come out as they do beside the others.

    Where all that there are are chosen, the configuration file decides.
    """
    if len(chosen) == len(every_clause()):
        return []
    only = ["--only", _listed(chosen)]
    if len(chosen) == len(contract.clauses):
        return only
    return [*only, "--among", _listed(contract.clauses)]


def _listed(clauses: Sequence[Clause]) -> str:
    return ",".join(clause.id for clause in clauses)


def _verdicts_at(path: Path, code: int, said: str) -> Verdicts:
    try:
        verdicts = verdicts_in(path.read_text("utf-8"))
    except (OSError, ValueError, KeyError):
        how = f"signal {-code}" if code < 0 else f"exit code {code}"
        return Verdicts([said or f"the run ended with {how} and wrote no report"], {})
    if code in (0, 1) or verdicts.trouble or code == 3:
        return verdicts
    return Verdicts([f"the run ended with {code}: {said}"], verdicts.by_clause)
