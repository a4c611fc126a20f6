"""How far a run has come, on the terminal: pytest itself shows nothing before the first item has ended."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import IO, Any, Callable

import pytest

NOTHING: Callable[[str], None] = lambda progress: None


@contextlib.contextmanager
def shown_progress(config: pytest.Config) -> Iterator[Callable[[str], None]]:
    """Shows it on the line below pytest's own, and takes it away at the end; not where nobody looks, or a debugger talks.

    It goes to the terminal itself, so that it is in nothing that pytest captures.
    """
    reporter: Any = config.pluginmanager.get_plugin("terminalreporter")
    is_busy = config.getoption("usepdb", False) or config.getoption("capture", "no") == "no"
    if reporter is None or is_busy or not getattr(reporter, "isatty", False):
        yield NOTHING
        return
    try:
        terminal = open("/dev/tty", "w", encoding="utf-8")
    except OSError:
        yield NOTHING
        return
    with terminal:
        line = ProgressLine(terminal, reporter._tw.width_of_current_line)
        try:
            yield line.show
        finally:
            line.end()


class ProgressLine:
    """A line below the one that pytest has begun, of which so many columns are written."""

    def __init__(self, terminal: IO[str], column: int) -> None:
        self._terminal, self._column = terminal, column
        self._is_shown = False

    def show(self, progress: str) -> None:
        with contextlib.suppress(OSError, ValueError):
            lead = "\r\x1b[K" if self._is_shown else "\n"
            self._terminal.write(f"{lead}connector contract: {progress}")
            self._terminal.flush()
            self._is_shown = True

    def end(self) -> None:
        if not self._is_shown:
            return
        right = f"\x1b[{self._column}C" if self._column > 0 else ""
        with contextlib.suppress(OSError, ValueError):
            self._terminal.write(f"\r\x1b[K\x1b[1A{right}")
            self._terminal.flush()
