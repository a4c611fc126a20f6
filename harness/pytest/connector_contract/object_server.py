"""A connector in this process, called by the harness over a socket: one call at a time, in the thread that waits for the run."""

from __future__ import annotations

import json
import queue
import shutil
import signal
import socket
import tempfile
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from types import FrameType, TracebackType
from typing import Any, Optional

from .calling import call_of
from .errors import ContractError
from .harness_process import HarnessProcess

RETRY_SECONDS = 0.5
Work = Optional["tuple[Line, dict[str, Any]]"]


class CallGivenUp(BaseException):
    """The harness waits for a call no longer: it ends here, wherever it is."""


class Line:
    """One connection of the harness."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._file = connection.makefile("rb")

    def requests(self) -> Any:
        for line in self._file:
            # JavaScript writes large integers as 1e+21.
            yield json.loads(line, parse_float=_whole)

    def say(self, text: str) -> None:
        """Whoever is gone hears nothing."""
        try:
            # Not through a buffer: one that is interrupted while it is emptied would say it twice.
            self._connection.sendall(text.encode("ascii") + b"\n")
        except OSError:
            pass


def _listening_at(path: str) -> socket.socket:
    listener = socket.socket(socket.AF_UNIX)
    try:
        listener.bind(path)
    except OSError as error:
        listener.close()
        shutil.rmtree(Path(path).parent, ignore_errors=True)
        raise ContractError(
            f"contract(connector=...) cannot listen at {path}: {error}; a shorter TMPDIR may help."
        ) from None
    listener.listen()
    return listener


class ObjectServer:
    """Serves the calls of one run. Raises ContractError where the system has no such sockets."""

    def __init__(self, connector: object, name: str, patient: bool) -> None:
        if not hasattr(socket, "AF_UNIX"):
            raise ContractError(
                "contract(connector=...) needs Unix sockets, which this system does not have: "
                "name a command or a stix_shifter module."
            )
        self._connector = connector
        self._folder = tempfile.mkdtemp(prefix="connector-contract-")
        path = str(Path(self._folder, "s"))
        self._listener = _listening_at(path)
        self.words = ["--no-store", "--jobs", "1", "--python-object", path, "--module", name]
        self.words += ["--inspect"] if patient else []
        self._work: queue.Queue[Work] = queue.Queue()
        self._under_way: object = None
        self._given_up: set[object] = set()
        self._has_ended = False
        self._is_interruptible = False
        self._ended = threading.Event()

    def __enter__(self) -> ObjectServer:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(
        self,
        kind: Optional[type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[TracebackType],
    ) -> None:
        # Whoever waits in accept() is woken by that, and not by closing alone.
        try:
            self._listener.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
        self._listener.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def serve(self, process: HarnessProcess) -> int:
        """Makes all calls until the run has ended, and gives its exit code."""
        threading.Thread(target=self._await, args=(process,), daemon=True).start()
        before = self._interruptible()
        try:
            while True:
                work = self._work.get()
                if work is None:
                    return process.child.wait()
                self._make_call(*work)
        finally:
            self._is_interruptible = False
            self._ended.set()
            if before is not None:
                signal.signal(signal.SIGUSR2, before)

    def _interruptible(self) -> Any:
        """Where this is the main thread, a signal ends a call that nobody waits for."""
        if threading.current_thread() is not threading.main_thread():
            return None
        before = signal.signal(signal.SIGUSR2, self._interrupt) or signal.SIG_DFL
        self._is_interruptible = True
        return before

    def _interrupt(self, _signal: int, _frame: Optional[FrameType]) -> None:
        call = self._under_way
        if call is not None and (self._has_ended or call in self._given_up):
            raise CallGivenUp

    def _make_call(self, line: Line, request: Mapping[str, Any]) -> None:
        sequence = request["sequence"]
        try:
            # Before anybody can know of it, and give it up.
            self._under_way = (line, sequence)
            try:
                if self._has_ended:
                    return
                line.say(json.dumps({"kind": "begun", "sequence": sequence}))
                reply = call_of(self._connector, request)
            finally:
                self._under_way = None
        except CallGivenUp:
            return
        line.say(reply)

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._read, args=(Line(connection),), daemon=True).start()

    def _read(self, line: Line) -> None:
        try:
            for request in line.requests():
                if request["kind"] == "call":
                    self._work.put((line, request))
                else:
                    self._give_up((line, request["sequence"]))
        except (OSError, ValueError):
            pass

    def _give_up(self, call: object) -> None:
        self._given_up.add(call)
        self._interrupt_while(lambda: self._under_way == call)

    def _await(self, process: HarnessProcess) -> None:
        process.child.wait()
        self._has_ended = True
        self._work.put(None)
        self._interrupt_while(lambda: self._under_way is not None)

    def _interrupt_while(self, is_under_way: Callable[[], bool]) -> None:
        """A call that swallows it once is told again."""
        main = threading.main_thread().ident
        while self._is_interruptible and main is not None and is_under_way():
            signal.pthread_kill(main, signal.SIGUSR2)
            self._ended.wait(RETRY_SECONDS)


def _whole(text: str) -> float:
    number = float(text)
    return int(number) if number.is_integer() else number

