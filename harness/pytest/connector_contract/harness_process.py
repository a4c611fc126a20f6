"""`verify` in a process of its own, which does not outlive this one."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Optional

GRACE_SECONDS = 8
"""From Ctrl-C to the kill: a run closes its record meanwhile."""
PARTING_SECONDS = 5
PROGRESS = b'{"progress":'
GUARD = 'read -r word; [ "$word" = ended ] || kill -s TERM "$1"'
"""However this process ends, the line to its guard ends too."""


class HarnessProcess:
    """A command of connector-contract under way. Left as a context, nothing of it runs any more.

    stdout: whether what it prints there is read. show: told how far it has come, in another thread.
    """

    def __init__(
        self,
        words: Sequence[str],
        folder: Path,
        variables: Mapping[str, str],
        stdout: bool = False,
        show: Callable[[str], None] = lambda progress: None,
    ) -> None:
        posix = sys.platform != "win32"
        self.child: subprocess.Popen[bytes] = subprocess.Popen(
            words,
            cwd=folder,
            env=environment(variables),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE if stdout else subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            # Ctrl-C reaches it once, from here.
            start_new_session=posix,
        )
        self._guard = _start_guard(self.child.pid) if posix else None
        self._show = show
        self._heard: list[bytes] = []
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def _listen(self) -> None:
        assert self.child.stderr is not None
        with contextlib.suppress(OSError, ValueError):
            for line in self.child.stderr:
                if line.startswith(PROGRESS):
                    self._show(_progress_in(line))
                else:
                    self._heard.append(line)

    def said(self) -> str:
        """What stood on standard error, once it has ended. What it has left behind may hold that open."""
        self._listener.join(PARTING_SECONDS)
        return b"".join(self._heard).decode("utf-8", "replace").strip()

    def __enter__(self) -> HarnessProcess:
        return self

    def __exit__(
        self,
        kind: Optional[type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[TracebackType],
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """As Ctrl-C would; killed where that does not end it."""
        child = self.child
        try:
            if child.poll() is None:
                child.send_signal(signal.SIGINT if sys.platform != "win32" else signal.SIGTERM)
                with contextlib.suppress(subprocess.TimeoutExpired):
                    child.wait(GRACE_SECONDS)
        finally:
            self._kill()
            self._listener.join(PARTING_SECONDS)
            if child.stdout is not None:
                child.stdout.close()
            if self._guard is not None:
                _end_guard(self._guard)

    def _kill(self) -> None:
        if self.child.poll() is None:
            if sys.platform != "win32":
                try:
                    os.killpg(self.child.pid, signal.SIGKILL)
                except ProcessLookupError:
                    pass
            else:
                self.child.kill()
        self.child.wait()


def _progress_in(line: bytes) -> str:
    told = json.loads(line)["progress"]
    return f"{told['done']} of {told['checks']} checks, {told['violated']} violated"


def environment(variables: Mapping[str, str]) -> dict[str, str]:
    """What this process has, but for what is pytest's own, and what makes Actions' annotations of a run."""
    inherited = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("PYTEST_") and name != "GITHUB_ACTIONS"
    }
    return {**inherited, **variables}


def _start_guard(pid: int) -> Optional[subprocess.Popen[bytes]]:
    try:
        return subprocess.Popen(
            ["/bin/sh", "-c", GUARD, "sh", str(pid)],
            cwd="/",
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return None


def _end_guard(guard: subprocess.Popen[bytes]) -> None:
    try:
        guard.communicate(b"ended\n", timeout=5)
    except (OSError, subprocess.SubprocessError):
        guard.kill()
        guard.wait()
