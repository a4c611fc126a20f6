"""The clauses, as data that ship with the package: to collect them starts nothing."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

from .errors import ContractError, unknown


@dataclass(frozen=True)
class Clause:
    """One clause of the contract."""

    id: str
    level: str
    title: str

    @property
    def family(self) -> str:
        return self.id.split("-")[0]


@lru_cache(maxsize=None)
def harness_facts() -> dict[str, Any]:
    """What is known of the npm package that this one belongs to: `version`, `node` and `clauses`."""
    text = Path(__file__).with_name("harness.json").read_text("utf-8")
    return cast("dict[str, Any]", json.loads(text))


@lru_cache(maxsize=None)
def every_clause() -> tuple[Clause, ...]:
    """All clauses, in the order of the contract."""
    return tuple(Clause(**clause) for clause in harness_facts()["clauses"])


def clauses_named(words: Sequence[str]) -> tuple[Clause, ...]:
    """The clauses that are meant by ids (`PAGE-1`, exactly that one) and families (`PAGE`), in the contract's order.

    Raises ContractError for a word that is neither.
    """
    ids = [clause.id for clause in every_clause()]
    families = list(dict.fromkeys(clause.family for clause in every_clause()))
    for word in words:
        if word not in ids and word not in families:
            raise ContractError(unknown("clause", word, _known(word, ids, families)))
    return tuple(
        clause for clause in every_clause() if clause.id in words or clause.family in words
    )


def _known(word: str, ids: Sequence[str], families: Sequence[str]) -> Sequence[str]:
    """Those of the family that is meant, else the families: 44 ids are no line."""
    return [each for each in ids if each.split("-")[0] == word.split("-")[0].upper()] or families
