"""`contract(...)`: what a test module says."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NoReturn, Optional, Union

import pytest

from .clauses import Clause, clauses_named, every_clause
from .errors import ContractError, unknown

Marks = Union[pytest.MarkDecorator, Sequence[pytest.MarkDecorator]]
MADE = "_connector_contracts_made"
"""Where a module keeps what it has made, beside its names."""
PROFILES = ("quick", "default", "thorough")


@dataclass(frozen=True)
class Contract:
    """A connector and how it is to be verified. pytest collects one item a clause of it."""

    clauses: tuple[Clause, ...]
    """Those that are asked for."""
    words: tuple[str, ...]
    """What `verify` is given, but for the clauses."""
    target: tuple[str, ...]
    """What names the connector there, behind all options."""
    connector: object
    """An object of this process; None where the target names one that is not."""
    environment: Mapping[str, str]
    """Variables that the run has beside those of this process."""
    strict: bool
    marks: Mapping[str, Sequence[pytest.MarkDecorator]]
    """By clause or family."""
    place: tuple[str, int]
    """File and line, from 1, where it was made."""

    def marks_of(self, clause: Clause) -> Sequence[pytest.MarkDecorator]:
        return [*self.marks.get(clause.family, ()), *self.marks.get(clause.id, ())]


def contract(
    *,
    connector: object = None,
    command: Optional[Sequence[str]] = None,
    stix_shifter: Optional[str] = None,
    proxy_host: Optional[str] = None,
    module: Optional[str] = None,
    python: Optional[str] = None,
    data_source: Optional[str] = None,
    only: Sequence[str] = (),
    skip: Sequence[str] = (),
    profile: Optional[str] = None,
    seed: Optional[int] = None,
    runs: Optional[int] = None,
    budget: Optional[int] = None,
    timeout: Optional[int] = None,
    jobs: Optional[int] = None,
    strict: bool = False,
    http: bool = False,
    declare: Optional[Mapping[str, object]] = None,
    connection: Optional[Mapping[str, object]] = None,
    configuration: Optional[Mapping[str, object]] = None,
    environment: Optional[Mapping[str, str]] = None,
    config: Optional[str] = None,
    store: bool = True,
    marks: Optional[Mapping[str, Marks]] = None,
    **unknown_options: NoReturn,
) -> Contract:
    """The clauses of the connector contract as tests: bind it to a name that pytest collects, `test_contract` say.

    Name one connector; without any, the one of the configuration file is meant. Paths are relative to pytest's rootdir.

    connector: called in this process, one call at a time: a class or factory, which is given connection and configuration for
    each call, or an object or module whose functions are given them first. Methods have the contract's names, or those of a
    stix-shifter entry point, and may be coroutines.
    command: the program and its first arguments, to which connection, configuration, method and arguments are added.
    stix_shifter, module: a checkout of stix-shifter, and a module in it; `python` runs it, by default this Python.
    proxy_host, module: the origin of stix-shifter's `host` command, and the module that it serves.
    data_source: what the connector talks to, by its name or as a file.
    only, skip: clauses (`PAGE-1`) or families (`PAGE`).
    budget, timeout: seconds, of the run and of one call. runs: made cases a property. jobs: workers side by side.
    strict: a SHOULD that is not met fails. http: the data source speaks plain HTTP.
    declare, connection, configuration, environment, config: as in the configuration file, before which they go.
    store: whether failures are kept and tried in `.connector-contract/`.
    marks: pytest's marks, by clause or family, as in `{"PAGE-1": pytest.mark.xfail(reason="…")}`.

    Raises ContractError for what cannot be meant so.
    """
    __tracebackhide__ = True
    given = dict(locals())
    for name in unknown_options:
        raise ContractError(f"contract(): {unknown('option', name, _options(given))}")
    if profile is not None and profile not in PROFILES:
        raise ContractError(f"contract(): {unknown('profile', profile, PROFILES)}")
    if connector is not None and jobs not in (None, 1):
        raise ContractError("contract(): jobs is 1 with connector, which is called once at a time")
    frame = sys._getframe(1)
    made = Contract(
        clauses=_chosen(only, skip),
        words=_words(given),
        target=_target(connector, command, stix_shifter, proxy_host, module, python),
        connector=connector,
        environment=dict(environment or {}),
        strict=strict,
        marks=_marks(marks or {}),
        place=(frame.f_code.co_filename, frame.f_lineno),
    )
    if frame.f_code.co_name == "<module>":
        frame.f_globals.setdefault(MADE, []).append(made)
    return made


def nameless_contracts(module: Mapping[str, object]) -> Sequence[Contract]:
    """Those that a module has made and that no name of it holds, since another of the same name follows, say."""
    made = module.get(MADE, [])
    held = [id(value) for value in module.values()]
    return [each for each in made if id(each) not in held] if isinstance(made, list) else []


def _options(given: Mapping[str, object]) -> Sequence[str]:
    return [name for name in given if name not in ("unknown_options", "__tracebackhide__")]


def _chosen(only: Sequence[str], skip: Sequence[str]) -> tuple[Clause, ...]:
    __tracebackhide__ = True
    asked = clauses_named(_listed("only", only)) or every_clause()
    left_out = clauses_named(_listed("skip", skip))
    chosen = tuple(clause for clause in asked if clause not in left_out)
    if not chosen:
        raise ContractError("contract(): only and skip leave no clause")
    return chosen


def _listed(option: str, words: Sequence[str]) -> Sequence[str]:
    __tracebackhide__ = True
    if isinstance(words, str):
        raise ContractError(f'contract(): {option} is a list, as in {option}=["{words}"]')
    return words


def _words(given: Mapping[str, object]) -> tuple[str, ...]:
    words = ["--no-reference"]  # those of connector-contract itself are none of the user's
    for name in ("config", "data_source", "seed", "runs", "profile", "budget", "timeout", "jobs"):
        if given[name] is not None:
            words += [f"--{name.replace('_', '-')}", str(given[name])]
    for name in ("declare", "connection", "configuration"):
        if given[name] is not None:
            words += [f"--{name}", json.dumps(given[name])]
    words += [f"--{name}" for name in ("strict", "http") if given[name]]
    return tuple(words if given["store"] else [*words, "--no-store"])


def _target(
    connector: object,
    command: Optional[Sequence[str]],
    stix_shifter: Optional[str],
    proxy_host: Optional[str],
    module: Optional[str],
    python: Optional[str],
) -> tuple[str, ...]:
    __tracebackhide__ = True
    named = {
        **{"connector": connector, "command": command},
        **{"stix_shifter": stix_shifter, "proxy_host": proxy_host},
    }
    names = [name for name, value in named.items() if value is not None]
    if len(names) > 1:
        raise ContractError(f"contract(): both {names[0]} and {names[1]} name a connector")
    if module is not None and stix_shifter is None and proxy_host is None:
        raise ContractError("contract(): module names nothing without stix_shifter or proxy_host")
    if stix_shifter is not None and module is None:
        raise ContractError("contract(): stix_shifter needs the name of a module")
    if command is not None:
        if isinstance(command, str) or not command:
            raise ContractError('contract(): command is a list, as in ["python3", "main.py"]')
        return ("--", *command)
    of_module = () if module is None else ("--module", module)
    if stix_shifter is not None:
        return ("--stix-shifter", stix_shifter, *of_module, "--python", python or sys.executable)
    return () if proxy_host is None else ("--proxy-host", proxy_host, *of_module)


def _marks(marks: Mapping[str, Marks]) -> Mapping[str, Sequence[pytest.MarkDecorator]]:
    __tracebackhide__ = True
    clauses_named(list(marks))
    return {
        name: [each] if isinstance(each, pytest.MarkDecorator) else list(each)
        for name, each in marks.items()
    }
