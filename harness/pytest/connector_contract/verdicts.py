"""What a run says of each clause: the report form `verdicts`, as objects."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Verdict:
    """`kind`: held, failed, advised, waived, skipped or unknown. `text`: what there is to say of it."""

    kind: str
    text: str


@dataclass(frozen=True)
class Verdicts:
    """Of one run. `trouble`: why it cannot be relied on."""

    trouble: Sequence[str]
    by_clause: Mapping[str, Verdict]

    def on(self, clause: str) -> Verdict:
        """A run in trouble acquits nobody, and accuses only of what it has seen."""
        verdict = self.by_clause.get(clause)
        if not self.trouble:
            return verdict or Verdict("unknown", "the run says nothing of it")
        if verdict is not None and verdict.kind in ("failed", "skipped"):
            return verdict
        seen = [verdict.text] if verdict is not None and verdict.kind == "unknown" else []
        return Verdict("unknown", "\n".join([*seen, *self.trouble]))


def verdicts_in(text: str) -> Verdicts:
    """Reads the report. Raises ValueError or KeyError where it is none."""
    report: dict[str, Any] = json.loads(text)
    clauses = [clause for run in report["runs"] for clause in run["clauses"]]
    return Verdicts(
        trouble=list(dict.fromkeys(report["trouble"])),
        by_clause={
            clause["clause"]: Verdict(clause["verdict"], clause.get("text", ""))
            for clause in clauses
        },
    )
