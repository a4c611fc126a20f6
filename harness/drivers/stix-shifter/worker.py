"""Serves calls of one stix-shifter module to the harness: see README.md, "Gate a connector".

Requests and replies are lines of JSON on file descriptor 3 (messages.ts has both as schemas), one call at
a time, each on a fresh StixTransmission. What a connector prints goes to the descriptors 1 and 2 and cannot
come between them. Python 3.6 or later, standard library alone.
"""

import difflib
import fcntl
import importlib
import io
import json
import logging
import os
import platform
import sys
import traceback

BYTECODE = sys.dont_write_bytecode
sys.dont_write_bytecode = True  # this folder is the harness's own; others are as the user has it
from contract_values import deeply, reply_with  # noqa: E402

sys.dont_write_bytecode = BYTECODE
PROTOCOL_GONE = 97  # worker-process.ts knows it: the connector has closed what carries its answer
LONGEST_TEXT = 2000  # of what is said of an exception
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


def private(descriptor):
    """A copy that no child inherits and that a connector is unlikely to hit."""
    return fcntl.fcntl(descriptor, fcntl.F_DUPFD_CLOEXEC, 100)


PROTOCOL, STDOUT, STDERR = private(3), private(1), private(2)
os.close(3)
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


def write(descriptor, content):
    view = memoryview(content)
    while view:
        view = view[os.write(descriptor, view):]


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


def exit_code(code):
    if code is None:
        return 0
    return code & 0xFF if isinstance(code, int) else 1


def said_by(error):
    """The exception on one line, without its stack."""
    try:
        text = str(error)
    except BaseException:
        text = ""
    name = type(error).__name__
    return ("%s: %s" % (name, text) if text else name)[:LONGEST_TEXT]


def trace_of(error):
    """Where it was raised outside of this file, a frame a line and the innermost last; without its message."""
    try:
        frames = traceback.extract_tb(error.__traceback__)
        own = os.path.abspath(__file__)
        return "\n".join(
            "%s:%s in %s" % (frame[0], frame[1], frame[2])
            for frame in frames
            if os.path.abspath(frame[0]) != own
        )[-LONGEST_TEXT:]
    except BaseException:
        return ""


def has_children():
    """Whether child processes live on. Those that have ended are taken off the system's list."""
    try:
        while True:
            pid, _status = os.waitpid(-1, os.WNOHANG)
            if pid == 0:
                return True
    except OSError:
        return False


def restore_streams():
    """What an earlier call closed or replaced is there again."""
    os.dup2(STDOUT, 1)
    os.dup2(STDERR, 2)
    for name, descriptor in (("stdout", 1), ("stderr", 2)):
        stream = getattr(sys, "__%s__" % name)
        if stream is None or stream.closed:
            stream = io.open(descriptor, "w", errors="backslashreplace", closefd=False)
            setattr(sys, "__%s__" % name, stream)
        setattr(sys, name, stream)


def restore_variables(before):
    """The next call's are its own: the process serves many data sources."""
    for name, value in before.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value


def flush():
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except Exception:
            pass  # closed, or put there by the connector
    try:
        FLUSH_C(None)
    except Exception:
        pass


def c_flush():
    """What C code has printed waits in a buffer of its own."""
    try:
        import ctypes

        return ctypes.CDLL(None).fflush
    except Exception:
        return None


FLUSH_C = c_flush()


if __name__ == "__main__":
    main()
