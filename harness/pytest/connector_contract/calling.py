"""One call of a connector that is an object of this process, and what it comes to as the harness reads it."""

from __future__ import annotations

import asyncio
import inspect
import json
import os
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import pytest

from . import contract_values

METHODS = {
    "ping": ("ping", "ping_connection"),
    "is_async": ("is_async",),
    "query": ("query", "create_query_connection"),
    "status": ("status", "create_status_connection"),
    "results": ("results", "create_results_connection"),
    "delete": ("delete", "delete_query_connection"),
}
"""The contract's names, and those of the entry point of a module of stix-shifter."""
_deeply: Callable[[Callable[[Any], Any], Any], Any] = contract_values.deeply
LONGEST_TEXT = 2_000
"""Of what is said of an exception."""
OURS = (KeyboardInterrupt, pytest.exit.Exception)
"""What is no doing of the connector's: Ctrl-C, and whoever quits a debugger."""


def call_of(connector: object, request: Mapping[str, Any]) -> str:
    """Makes the call, and gives the reply as a line of JSON: see harness/drivers/stix-shifter/messages.ts."""
    try:
        with _variables(request["environment"]):
            reply = _deeply(contract_values.reply_with, _value(connector, request))
    except SystemExit as error:
        reply = {"kind": "exited", "exitCode": _exit_code(error.code)}
    except OURS:
        raise
    except (Exception, asyncio.CancelledError) as error:
        reply = {"kind": "threw", "message": _said_by(error), "trace": _trace_of(error)}
    reply.update(sequence=request["sequence"], leftover=False)
    return str(_deeply(json.dumps, reply))


def _value(connector: object, request: Mapping[str, Any]) -> Any:
    """A factory is called anew for each call; the functions of any other object are given what that is given."""
    given = [request["connection"], request["configuration"]]
    arguments = request["arguments"]
    if callable(connector):
        function = _function(connector(*given), request["method"])
    else:
        function, arguments = _function(connector, request["method"]), [*given, *arguments]
    value = function(*arguments)
    return asyncio.run(_awaited(value)) if inspect.isawaitable(value) else value


def _function(target: object, method: str) -> Any:
    for name in METHODS[method]:
        if hasattr(target, name):
            return getattr(target, name)
    raise AttributeError(f"{type(target).__name__} has no method {' or '.join(METHODS[method])}")


async def _awaited(value: Any) -> Any:
    return await value


@contextmanager
def _variables(variables: Mapping[str, str]) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in variables}
    os.environ.update(variables)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def _exit_code(code: Any) -> int:
    if code is None:
        return 0
    return code & 0xFF if isinstance(code, int) else 1


def _said_by(error: BaseException) -> str:
    """The exception on one line, without its stack."""
    try:
        text = str(error)
    except Exception:
        text = ""
    name = type(error).__name__
    return (f"{name}: {text}" if text else name)[:LONGEST_TEXT]


def _trace_of(error: BaseException) -> str:
    """Where it was raised outside of this file, a frame a line and the innermost last; without its message."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"{each.filename}:{each.lineno} in {each.name}" for each in frames]
    return "\n".join(line for line in lines if not line.startswith(__file__))[-LONGEST_TEXT:]
