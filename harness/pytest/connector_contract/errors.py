"""What goes wrong, in words for whoever reads pytest's output."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


class ContractError(Exception):
    """Something is used wrongly, or is not there: the message says what, and what to do."""

    __module__ = "connector_contract"


class ContractViolation(AssertionError):
    """A clause does not hold: the message has case, expected, actual, calls, and what brings it back."""

    __module__ = "connector_contract"


class ContractWarning(UserWarning):
    """A SHOULD is not met."""

    __module__ = "connector_contract"


def unknown(what: str, found: str, known: Iterable[str]) -> str:
    """A line about a word that is none of those that are known."""
    words = list(known)
    near = difflib.get_close_matches(found, words, 1, 0.5)
    hint = f'; did you mean "{near[0]}"?' if near else "."
    return f'unknown {what} "{found}"{hint} There are {", ".join(words)}.'
