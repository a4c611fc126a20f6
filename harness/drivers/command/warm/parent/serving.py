"""What the parent does: it hears what it is told, forks, and says what came of it."""

import _signal
import _socket
import os
import select

become, imports = part("become"), part("imports")
CONTROL = 3


class Parent:
    def __init__(self):
        self.living = {}  # pid: id of the call
        self.codes = {}  # path of a script: what it was, its code
        self.wake, self.wakes = os.pipe()
        for end in (self.wake, self.wakes):
            os.set_blocking(end, False)
        _signal.set_wakeup_fd(self.wakes, warn_on_full_buffer=False)
        _signal.signal(_signal.SIGCHLD, woken)
        self.imports = imports.Imports(self.living, self.wakes, woken)

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
            reason = self.imports.run([os.fsdecode(name) for name in fields[1:]])
            say("ready" if reason is None else "unfit " + reason)
            return None
        return self.fork(fields)

    def fork(self, fields):
        number = fields[1].decode()
        streams = []
        try:
            changed = self.imports.changed_file()
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
            return fields, code, streams, (settled, settles, CONTROL, self.wake, self.wakes)
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
        if known is not None and known[0] == imports.shape_of(path):
            return known[1]
        if known is not None:
            raise Refusal("changed " + path)
        shape = imports.shape_of(path)
        with open(path, "rb") as file:
            source = file.read()
        try:
            code = compile(source, become.absolute(path), "exec", dont_inherit=True)
        except (SyntaxError, ValueError):
            raise Refusal("unfit its script does not compile") from None
        self.codes[path] = (shape, code)
        return code


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
