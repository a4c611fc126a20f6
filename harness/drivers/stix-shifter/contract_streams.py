"""The descriptors of the worker's process: where requests come from, and where what a connector prints goes."""

import fcntl
import io
import os
import sys


def private(descriptor):
    """A copy that no child inherits and that a connector is unlikely to hit."""
    return fcntl.fcntl(descriptor, fcntl.F_DUPFD_CLOEXEC, 100)


PROTOCOL, STDOUT, STDERR = private(3), private(1), private(2)
os.close(3)


def write(descriptor, content):
    view = memoryview(content)
    while view:
        view = view[os.write(descriptor, view):]


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
