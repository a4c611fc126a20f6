"""Runs a command's imports ahead of its calls, and sees whether a process that comes after them is as a new one."""

import _signal
import gc
import os
import sys


class Imports:
    def __init__(self, living, wakes, woken):
        self.living = living
        self.wakes = wakes
        self.woken = woken
        self.watched = {}  # path of an imported file: what it was
        self.descriptors = open_descriptors()

    def run(self, names):
        """Why a process that comes after these imports would not be as a new one; None where it is."""
        reason = silently(lambda: import_all(names))
        if reason is None:
            reason = self.what_was_left()
        if reason is None:
            self.watch_files()
            gc.collect()
            gc.freeze()
        return reason

    def what_was_left(self):
        if thread_count() > 1:
            return "its imports start a thread"
        if not open_descriptors() <= self.descriptors:
            return "its imports leave a file or a socket open"
        if _signal.getsignal(_signal.SIGCHLD) is not self.woken:
            return "its imports handle SIGCHLD"
        if _signal.set_wakeup_fd(self.wakes, warn_on_full_buffer=False) != self.wakes:
            return "its imports have signals wake them"
        if _signal.getitimer(_signal.ITIMER_REAL)[0] > 0:
            return "its imports start a timer"
        try:
            os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return None
        return None if self.living else "its imports start a process"

    def watch_files(self):
        standard = os.path.dirname(os.__file__) + os.sep
        for module in list(sys.modules.values()):
            path = getattr(module, "__file__", None)
            if not isinstance(path, str):
                continue
            if path.startswith(standard) and "site-packages" not in path:
                continue
            self.watched[path] = shape_of(path)

    def changed_file(self):
        for path, shape in self.watched.items():
            if shape_of(path) != shape:
                return path
        return None


def shape_of(path):
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def open_descriptors():
    folder = "/proc/self/fd" if os.path.isdir("/proc/self/fd") else "/dev/fd"
    found = {name for name in os.listdir(folder) if os.path.exists(folder + "/" + name)}
    return {name + " " + str(os.fstat(int(name)).st_ino) for name in found}


def thread_count():
    try:
        return len(os.listdir("/proc/self/task"))
    except OSError:
        return len(sys._current_frames())


def silently(work):
    """What the work returns, or why it is not fit: a process of its own would write what it writes at every call."""
    saved = os.dup(1), os.dup(2)
    read, write = os.pipe()
    os.set_blocking(write, False)
    os.set_blocking(read, False)
    os.dup2(write, 1)
    os.dup2(write, 2)
    os.close(write)
    try:
        reason = work()
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except BaseException as error:
        reason = "its imports fail when they are run ahead of a call (%s)" % type(error).__name__
    os.dup2(saved[0], 1)
    os.dup2(saved[1], 2)
    for descriptor in saved:
        os.close(descriptor)
    try:
        written = os.read(read, 1)
    except BlockingIOError:
        written = b""
    os.close(read)
    return "its imports write output" if written and reason is None else reason


def import_all(names):
    sys.modules["__main__"] = type(sys)("__main__")
    for name in names:
        if name in sys.modules or name == "__main__":
            continue
        try:
            __import__(name)
        except ImportError:
            continue  # not one of those that can be found by name; the script makes it, as ever
    return None
