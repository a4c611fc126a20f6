"""The warm parent of a Python command: it has run the command's imports, and forks a process for each call.

It is started with the same interpreter, flags, variables and folder as the command. On descriptor 3 it is told what to
do and says what came of it; it reads nothing from what it forks. What it is told: a length in bytes, a line feed, and
so many bytes of fields with a NUL between them. What it says: a line each.

    call, learn  id, path of the socket for streams, secret, mark, script or module, its name, count of words before
                 it, those words, the words behind it. Says "forked <id> <pid>" or "refused <id> <why>", and later
                 "ended <id> <exit code or -> <signal or ->". With learn, the process writes the names of its modules
                 to a third stream.
    import       names of modules. Says "ready", or "unfit <why>".
"""

BLANK = dict(globals())

import _signal
import _socket
import gc
import os
import select
import sys

HERE = __file__
CONTROL = 3
MARK = "CONNECTOR_CONTRACT_RUN"
STARTED_WITH = frozenset(sys.modules)
IS_SAFE_PATH = bool(getattr(sys.flags, "safe_path", False) or sys.flags.isolated)


class Parent:
    def __init__(self):
        self.living = {}  # pid: id of the call
        self.watched = {}  # path of an imported file: what it was
        self.codes = {}  # path of a script: what it was, its code
        self.place_of_mark = place_of_mark()
        self.wake, self.wakes = os.pipe()
        for end in (self.wake, self.wakes):
            os.set_blocking(end, False)
        _signal.set_wakeup_fd(self.wakes, warn_on_full_buffer=False)
        _signal.signal(_signal.SIGCHLD, woken)
        self.descriptors = open_descriptors()

    def serve(self):
        """Returns in a forked process alone, with what it is to do; the parent ends when nobody tells it more."""
        poll = select.poll()
        poll.register(CONTROL, select.POLLIN)
        poll.register(self.wake, select.POLLIN)
        told = b""
        while True:
            ready = [descriptor for descriptor, _ in poll.poll()]
            if self.wake in ready:
                empty(self.wake)
                self.reap()
            if CONTROL not in ready:
                continue
            chunk = os.read(CONTROL, 1 << 20)
            if not chunk:
                os._exit(0)
            told += chunk
            while True:
                length, line_feed, rest = told.partition(b"\n")
                if not line_feed or len(rest) < int(length):
                    break
                told = rest[int(length) :]
                work = self.obey(rest[: int(length)].split(b"\0"))
                if work is not None:
                    return work

    def obey(self, fields):
        if fields[0] == b"import":
            reason = self.run_imports([os.fsdecode(name) for name in fields[1:]])
            say("ready" if reason is None else "unfit " + reason)
            return None
        return self.fork(fields)

    def fork(self, fields):
        number = fields[1].decode()
        streams = []
        try:
            changed = self.changed_file()
            if changed is not None:
                raise Refusal("changed " + changed)
            code = self.code_of(fields)
            kinds = [b"out", b"err"] + ([b"learned"] if fields[0] == b"learn" else [])
            for kind in kinds:
                streams.append(connect(fields[2], fields[3] + b" " + kind + b"\n"))
            settled, settles = os.pipe()
            pid = os.fork()
        except (OSError, MemoryError, Refusal) as error:
            for stream in streams:
                stream.close()
            say("refused %s %s" % (number, words_of(error)))
            return None
        if pid == 0:
            return self.child, (fields, code, streams, settled, settles)
        os.close(settles)
        os.read(settled, 1)  # until it leads a group of its own
        os.close(settled)
        for stream in streams:
            stream.close()
        self.living[pid] = number
        say("forked %s %d" % (number, pid))
        self.reap()
        return None

    def reap(self):
        for pid in list(self.living):
            ended, status = os.waitpid(pid, os.WNOHANG)
            if ended == 0:
                continue
            code = str(os.WEXITSTATUS(status)) if os.WIFEXITED(status) else "-"
            signal = str(os.WTERMSIG(status)) if os.WIFSIGNALED(status) else "-"
            say("ended %s %s %s" % (self.living.pop(pid), code, signal))

    def code_of(self, fields):
        """A script's code, compiled once; None for a module, which runpy finds."""
        if fields[5] != b"script":
            return None
        path = os.fsdecode(fields[6])
        known = self.codes.get(path)
        if known is not None and known[0] == shape_of(path):
            return known[1]
        if known is not None:
            raise Refusal("changed " + path)
        shape = shape_of(path)
        with open(path, "rb") as file:
            source = file.read()
        try:
            code = compile(source, absolute(path), "exec", dont_inherit=True)
        except (SyntaxError, ValueError):
            raise Refusal("unfit its script does not compile") from None
        self.codes[path] = (shape, code)
        return code

    # Imports

    def run_imports(self, names):
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
        if _signal.getsignal(_signal.SIGCHLD) is not woken:
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
            if not isinstance(path, str) or path == HERE:
                continue
            if path.startswith(standard) and "site-packages" not in path:
                continue
            self.watched[path] = shape_of(path)

    def changed_file(self):
        for path, shape in self.watched.items():
            if shape_of(path) != shape:
                return path
        return None

    # What runs in a forked process

    def child(self, fields, code, streams, settled, settles):
        """Becomes what a new process would be, and gives what is to be run in it."""
        os.setsid()
        os.close(settles)
        os.close(settled)
        _signal.set_wakeup_fd(-1)
        _signal.signal(_signal.SIGCHLD, _signal.SIG_DFL)
        for descriptor in (CONTROL, self.wake, self.wakes):
            os.close(descriptor)
        os.dup2(streams[0].fileno(), 1)
        os.dup2(streams[1].fileno(), 2)
        streams[0].close()
        streams[1].close()
        self.mark(fields[4])
        kind, name = fields[5].decode(), os.fsdecode(fields[6])
        count = int(fields[7])
        before = [os.fsdecode(word) for word in fields[8 : 8 + count]]
        after = [os.fsdecode(word) for word in fields[8 + count :]]
        sys.argv[:] = ["-m" if kind == "module" else name, *after]
        if hasattr(sys, "orig_argv"):
            sys.orig_argv[:] = [*before, name, *after]
        main = blank_main(kind, name)
        reseed()
        learned = streams[2] if len(streams) > 2 else None
        return main, kind, name, code, learned

    def mark(self, mark):
        """By it the process is found, whatever becomes of it: in its variables, and where /proc shows them."""
        os.environb[MARK.encode()] = mark
        if self.place_of_mark is None or self.place_of_mark[1] != len(mark):
            return
        try:
            memory = os.open("/proc/self/mem", os.O_RDWR)
            os.pwrite(memory, mark, self.place_of_mark[0])
            os.close(memory)
        except OSError:
            pass  # it is found by the mark of its parent, later


class Refusal(Exception):
    pass


def woken(_number, _frame):
    """Python calls nobody for a signal that has no handler."""


def say(line):
    text = line.replace("\n", " ").encode("utf-8", "replace") + b"\n"
    while text:
        text = text[os.write(CONTROL, text) :]


def words_of(error):
    return str(error) if isinstance(error, Refusal) else "failed " + repr(error)


def connect(path, header):
    stream = _socket.socket(_socket.AF_UNIX, _socket.SOCK_STREAM)
    stream.connect(path)
    stream.sendall(header)
    return stream


def empty(pipe):
    try:
        while os.read(pipe, 512):
            pass
    except BlockingIOError:
        pass


def shape_of(path):
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def absolute(path):
    """As the interpreter shows a script's path."""
    if sys.version_info < (3, 9) or path.startswith("/"):
        return path
    return os.getcwd() + "/" + (path[2:] if path.startswith("./") else path)


def open_descriptors():
    folder = "/proc/self/fd" if os.path.isdir("/proc/self/fd") else "/dev/fd"
    found = {name for name in os.listdir(folder) if os.path.exists(folder + "/" + name)}
    return {name + " " + str(os.fstat(int(name)).st_ino) for name in found}


def thread_count():
    try:
        return len(os.listdir("/proc/self/task"))
    except OSError:
        return len(sys._current_frames())


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


# How a process ends: in the order of the interpreter's own, which would also take all modules apart. That takes longer
# than most calls, since every page of memory that the parent shares is copied for it.


def run(main, kind, name, code, learned):
    status = 0
    try:
        try:
            if kind == "module":
                import runpy

                runpy._run_module_as_main(name)
            else:
                exec(code, main.__dict__)
        finally:
            if learned is not None:
                tell_modules(learned)
    except SystemExit as error:
        status = status_of(error)
    except BaseException as error:
        status = show(error)
    status = shut_down(status)
    if status == "interrupted":
        _signal.signal(_signal.SIGINT, _signal.SIG_DFL)
        os.kill(os.getpid(), _signal.SIGINT)
    os._exit(status & 0xFF)


def tell_modules(stream):
    names = [name for name in list(sys.modules) if isinstance(name, str)]
    text = "\n".join(name for name in names if name not in STARTED_WITH)
    stream.sendall(text.encode("utf-8", "replace") + b"\n\n")
    stream.close()


def status_of(error):
    if error.code is None:
        return 0
    if isinstance(error.code, int):
        return int(error.code)
    flush()
    if sys.stderr is not None:
        print(error.code, file=sys.stderr)
    return 1


def show(error):
    trace = error.__traceback__
    while trace is not None and trace.tb_frame.f_code.co_filename == HERE:
        trace = trace.tb_next
    error.__traceback__ = trace
    sys.last_type, sys.last_value, sys.last_traceback = type(error), error, trace
    try:
        sys.excepthook(type(error), error, trace)
    except SystemExit as other:
        return status_of(other)
    except BaseException:
        return 1
    return "interrupted" if isinstance(error, KeyboardInterrupt) else 1


def shut_down(status):
    threading = sys.modules.get("threading")
    if threading is not None:
        try:
            threading._shutdown()
        except BaseException as error:
            show(error)
    import atexit

    atexit._run_exitfuncs()
    if not flush():
        status = 120
    scope = sys.modules["__main__"].__dict__
    for name in [name for name in scope if name != "__builtins__"]:
        scope[name] = None
    gc.collect()
    flush_files()
    flush()
    return status


def flush():
    is_done = True
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None and not stream.closed:
                stream.flush()
        except Exception:
            is_done = is_done and stream is not sys.stdout
    return is_done


def flush_files():
    """Files that the call has opened and left open. Those of the parent are frozen, and not among them."""
    import io

    for each in gc.get_objects():
        if isinstance(each, (io.TextIOWrapper, io.BufferedWriter)):
            try:
                each.flush()
            except Exception:
                pass


if __name__ == "__main__":
    KIND, NAME = sys.argv[1:3]
    sys.argv[:] = ["-m" if KIND == "module" else NAME, *sys.argv[3:]]
    if not IS_SAFE_PATH:
        sys.path[0] = path_for(KIND, NAME)
    if not hasattr(os, "fork"):
        say("unfit its Python has no fork")
        os._exit(0)
    become, call = Parent().serve()
    run(*become(*call))
