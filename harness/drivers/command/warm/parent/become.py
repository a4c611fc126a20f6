"""Makes of a process that has just been forked what a new one would be."""

import _signal
import os
import sys

MARK = "CONNECTOR_CONTRACT_RUN"
IS_SAFE_PATH = bool(getattr(sys.flags, "safe_path", False) or sys.flags.isolated)


def become(fields, code, streams, others):
    """Becomes what a new process would be, and gives what is to be run in it. The others are the parent's descriptors."""
    os.setsid()
    _signal.set_wakeup_fd(-1)
    _signal.signal(_signal.SIGCHLD, _signal.SIG_DFL)
    for descriptor in others:  # the parent goes on once the last end of the first pipe is closed
        os.close(descriptor)
    os.dup2(streams[0].fileno(), 1)
    os.dup2(streams[1].fileno(), 2)
    streams[0].close()
    streams[1].close()
    leave_mark(fields[4])
    kind, name = fields[5].decode(), os.fsdecode(fields[6])
    count = int(fields[7])
    before = [os.fsdecode(word) for word in fields[8 : 8 + count]]
    after = [os.fsdecode(word) for word in fields[8 + count :]]
    sys.argv[:] = ["-m" if kind == "module" else name, *after]
    if hasattr(sys, "orig_argv"):
        sys.orig_argv[:] = [*before, name, *after]
    main = blank_main(kind, name)
    if kind == "script":
        sys.path_importer_cache[absolute(name)] = None  # the interpreter has looked whether it is an archive
    reseed()
    learned = streams[2] if len(streams) > 2 else None
    return main, kind, name, code, learned


def leave_mark(mark):
    """By it the process is found, whatever becomes of it: in its variables, and where /proc shows them."""
    os.environb[MARK.encode()] = mark
    if PLACE_OF_MARK is None or PLACE_OF_MARK[1] != len(mark):
        return
    try:
        memory = os.open("/proc/self/mem", os.O_RDWR)
        os.pwrite(memory, mark, PLACE_OF_MARK[0])
        os.close(memory)
    except OSError:
        pass  # it is found by the mark of its parent, later


def absolute(path):
    """As the interpreter shows a script's path."""
    if sys.version_info < (3, 9) or path.startswith("/"):
        return path
    return os.getcwd() + "/" + (path[2:] if path.startswith("./") else path)


def place_of_mark():
    """Where the mark's value stands in what /proc shows of this process's variables, and its length."""
    try:
        with open("/proc/self/stat", "rb") as file:
            start = int(file.read().rpartition(b")")[2].split()[47])
        with open("/proc/self/environ", "rb") as file:
            variables = b"\0" + file.read()
    except (OSError, ValueError, IndexError):
        return None
    name = b"\0" + MARK.encode() + b"="
    at = variables.find(name)
    if at == -1 or start == 0:
        return None
    value = at + len(name)
    return start + value - 1, variables.index(b"\0", value) - value


PLACE_OF_MARK = place_of_mark()


def blank_main(kind, name):
    main = type(sys)("__main__")
    scope = main.__dict__
    for key, value in BLANK.items():
        scope[key] = value
    scope["__doc__"] = None
    if "__annotations__" in scope:
        scope["__annotations__"] = {}
    if kind == "module":
        for key in ("__file__", "__cached__"):
            scope.pop(key, None)
    else:
        scope["__file__"] = absolute(name)
        scope["__loader__"] = type(BLANK["__loader__"])("__main__", absolute(name))
    sys.modules["__main__"] = main
    return main


def path_for(kind, name):
    """What the interpreter puts in the first place of sys.path for the command."""
    return os.getcwd() if kind == "module" else os.path.dirname(os.path.realpath(name))


def reseed():
    """random does so by itself. numpy does not."""
    numpy = sys.modules.get("numpy.random")
    if numpy is not None:
        numpy.seed()
