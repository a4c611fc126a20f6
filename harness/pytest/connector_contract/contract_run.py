"""One run of the harness, for all items that are chosen of one contract."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from .clauses import Clause, every_clause
from .contracts import Contract
from .errors import ContractError
from .finding import find_node, find_package
from .harness_process import HarnessProcess
from .verdicts import Verdicts, verdicts_in


def run_contract(contract: Contract, chosen: Sequence[Clause], root: Path) -> Verdicts:
    """Verifies the connector by these clauses.

    Whatever keeps it from that is the trouble of the verdicts, in words.
    """
    try:
        program = [find_node(), find_package(root)]
    except ContractError as error:
        return Verdicts([str(error)], {})
    with tempfile.TemporaryDirectory(prefix="connector-contract-") as folder:
        path = Path(folder, "verdicts.json")
        words = [*program, "verify", "--report", f"verdicts={path}", *_only(contract, chosen)]
        words += [*contract.words, *contract.target]
        with HarnessProcess(words, root, contract.environment) as process:
            _, said = process.child.communicate()
            code = process.child.returncode
        return _verdicts_at(path, code, said.decode("utf-8", "replace").strip())


def _only(contract: Contract, chosen: Sequence[Clause]) -> Sequence[str]:
    """All that the contract asks for is what the configuration file asks for, unless the contract says more."""
    if len(chosen) == len(every_clause()):
        return []
    return ["--only", ",".join(clause.id for clause in chosen)]


def _verdicts_at(path: Path, code: int, said: str) -> Verdicts:
    try:
        verdicts = verdicts_in(path.read_text("utf-8"))
    except (OSError, ValueError, KeyError):
        how = f"signal {-code}" if code < 0 else f"exit code {code}"
        return Verdicts([said or f"the run ended with {how} and wrote no report"], {})
    if code in (0, 1) or verdicts.trouble or code == 3:
        return verdicts
    return Verdicts([f"the run ended with {code}: {said}"], verdicts.by_clause)
