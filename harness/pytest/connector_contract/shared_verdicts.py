"""Under pytest-xdist: one run of the harness for all workers.

The items of a contract are dealt out while they run, so that no worker knows its own beforehand. Whichever of them comes first
runs the harness for all that are chosen; the others wait for what it finds.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any, Optional

import pytest

from .verdicts import Verdict, Verdicts

FOLDER = "connector_contract_folder"


class SharedFolder:
    """In the process that starts the workers: the folder that they share, which goes with it."""

    def __init__(self) -> None:
        self._folder: Optional[str] = None

    def pytest_configure_node(self, node: Any) -> None:
        self._folder = self._folder or tempfile.mkdtemp(prefix="connector-contract-")
        node.workerinput[FOLDER] = self._folder

    def pytest_unconfigure(self) -> None:
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)


class Shared:
    """What some worker has found; None: nobody has yet, and whoever looks is to find it."""

    def __init__(self, verdicts: Optional[Verdicts] = None) -> None:
        self.verdicts = verdicts


@contextlib.contextmanager
def shared_verdicts(config: pytest.Config, group: str) -> Iterator[Shared]:
    """What is known of a contract. Nobody else finds it out meanwhile; one who dies over it is followed by the next."""
    folder = getattr(config, "workerinput", {}).get(FOLDER)
    if folder is None or not Path(folder).is_dir():
        yield Shared()
        return
    path = Path(folder, hashlib.sha256(group.encode()).hexdigest())
    with open(path, "a+", encoding="utf-8") as file:
        _lock(file)
        file.seek(0)
        written = file.read()
        shared = Shared(_read(written) if written else None)
        yield shared
        if not written and shared.verdicts is not None:
            file.write(json.dumps(asdict(shared.verdicts)))


def _read(text: str) -> Verdicts:
    found = json.loads(text)
    by_clause = {clause: Verdict(**each) for clause, each in found["by_clause"].items()}
    return Verdicts(found["trouble"], by_clause)


def _lock(file: IO[str]) -> None:
    """Until the file is closed. Without locks, as on Windows, each worker runs the harness for itself."""
    try:
        import fcntl
    except ImportError:
        return
    fcntl.flock(file, fcntl.LOCK_EX)
