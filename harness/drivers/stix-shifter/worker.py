"""Serves calls of one stix-shifter module to the harness: see README.md, "Gate a connector".

Requests and replies are lines of JSON on file descriptor 3 (messages.ts has both as schemas), one call at
a time, each on a fresh StixTransmission. What a connector prints goes to the descriptors 1 and 2 and cannot
come between them. Python 3.6 or later, standard library alone.
"""

import difflib
import importlib
import json
import logging
import os
import platform
import sys

BYTECODE = sys.dont_write_bytecode
sys.dont_write_bytecode = True  # this folder is the harness's own; others are as the user has it
from contract_exceptions import exit_code, said_by, trace_of  # noqa: E402
from contract_streams import PROTOCOL, STDERR, STDOUT, flush, restore_streams, write  # noqa: E402
from contract_values import deeply, reply_with  # noqa: E402

sys.dont_write_bytecode = BYTECODE
PROTOCOL_GONE = 97  # worker-process.ts knows it: the connector has closed what carries its answer
METHODS = ("ping", "is_async", "query", "status", "results", "delete")
REQUESTS = {
    "start": {"checkout": str, "module": str},
    "call": {
        "method": str,
        "connection": dict,
        "configuration": dict,
        "environment": dict,
        "arguments": list,
    },
}
PID = os.getpid()
# Made before anything is imported that changes json, as stix-shifter's json_fix does.
DECODER = json.JSONDecoder(parse_float=lambda text: whole(float(text)))
ENCODER = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"))
ASCII_ENCODER = json.JSONEncoder(check_circular=False, separators=(",", ":"))


def whole(number):
    """JavaScript writes large integers as 1e+21."""
    return int(number) if number.is_integer() else number


class Fault(Exception):
    """A request that is none: the driver's fault, not the connector's."""


def main():
    state = {}
    with os.fdopen(PROTOCOL, "rb", closefd=False) as requests:
        for line in requests:
            sequence, mark = None, ""
            try:
                request = checked(line)
                sequence, mark = request["sequence"], request["mark"]
                serve = start if request["kind"] == "start" else call
                reply = serve(state, request)
            except Fault as fault:
                reply = {"kind": "fault", "message": str(fault)}
            if os.getpid() != PID:
                os._exit(0)  # a child that the connector forked and forgot to end
            reply["sequence"] = sequence
            answer(reply, mark)


def checked(line):
    try:
        request = DECODER.decode(line.decode("utf-8"))
    except ValueError as error:
        raise Fault("a request is not JSON: %s" % error)
    if not isinstance(request, dict) or request.get("kind") not in REQUESTS:
        raise Fault("a request has no kind that is known")
    members = dict(REQUESTS[request["kind"]], kind=str, sequence=int, mark=str)
    if set(request) != set(members):
        raise Fault("a request has other members: %s" % ", ".join(sorted(request)))
    for name, kind in members.items():
        if not isinstance(request[name], kind):
            raise Fault("a request has a %s that is no %s" % (name, kind.__name__))
    if request["kind"] == "call" and request["method"] not in METHODS:
        raise Fault("a request has the unknown method %s" % request["method"])
    return request


def answer(reply, mark):
    flush()
    try:
        line = deeply(ENCODER.encode, reply).encode("utf-8")
    except UnicodeEncodeError:  # half of a surrogate pair has no bytes, but an escape
        line = deeply(ASCII_ENCODER.encode, reply).encode("ascii")
    try:
        write(STDOUT, mark.encode())
        write(STDERR, mark.encode())
        write(PROTOCOL, line + b"\n")
    except OSError:
        os._exit(PROTOCOL_GONE)


def start(state, request):
    """Imports what calls need, so that what is wrong with it is known before the first."""
    checkout, module = request["checkout"], request["module"].split(":")[0]
    sys.path[0] = checkout  # in place of this file's own folder
    sys.argv = [os.path.join(checkout, "main.py")]
    logging.basicConfig(level=logging.INFO)  # what the command line of stix-shifter shows
    step = "stix_shifter.stix_transmission.stix_transmission"
    try:
        state["transmission"] = importlib.import_module(step).StixTransmission
        step = "stix_shifter_modules.%s.entry_point" % module
        importlib.import_module(step)
    except BaseException as error:  # SystemExit too
        return refusal(step, module, error)
    state["module"] = request["module"]
    return {"kind": "ready", "python": platform.python_version()}


def refusal(step, module, error):
    missing = error.name if isinstance(error, ModuleNotFoundError) else None
    known = module_names()
    parts = step.split(".")
    is_unknown = missing in [".".join(parts[: index + 1]) for index in range(1, len(parts))]
    return {
        "kind": "refused",
        "step": step,
        "error": said_by(error),
        "missing": None if missing is None else missing.split(".")[0],
        "unknown": bool(is_unknown and parts[0] == "stix_shifter_modules"),
        "near": difflib.get_close_matches(module, known, 2, 0.6),
        "modules": known,
    }


def module_names():
    try:
        folders = list(importlib.import_module("stix_shifter_modules").__path__)
    except BaseException:
        return []
    names = {
        name
        for folder in folders
        if os.path.isdir(folder)
        for name in os.listdir(folder)
        if os.path.isfile(os.path.join(folder, name, "entry_point.py"))
    }
    return sorted(names)


def call(state, request):
    if "module" not in state:
        raise Fault("a call came before a start that went well")
    restore_streams()
    before = {name: os.environ.get(name) for name in request["environment"]}
    try:
        os.environ.update(request["environment"])
        transmission = state["transmission"](
            state["module"], request["connection"], request["configuration"]
        )
        value = getattr(transmission, request["method"])(*request["arguments"])
        reply = deeply(reply_with, value)
    except SystemExit as error:
        reply = {"kind": "exited", "exitCode": exit_code(error.code)}
    except BaseException as error:  # KeyboardInterrupt and CancelledError too
        reply = {"kind": "threw", "message": said_by(error)}
        trace = trace_of(error)
        if trace:
            reply["trace"] = trace
    restore_variables(before)
    reply["leftover"] = has_children() if os.getpid() == PID else False
    return reply


def has_children():
    """Whether child processes live on. Those that have ended are taken off the system's list."""
    try:
        while True:
            pid, _status = os.waitpid(-1, os.WNOHANG)
            if pid == 0:
                return True
    except OSError:
        return False


def restore_variables(before):
    """The next call's are its own: the process serves many data sources."""
    for name, value in before.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value


if __name__ == "__main__":
    main()
