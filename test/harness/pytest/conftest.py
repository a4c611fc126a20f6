"""What the tests of the pytest plugin share: `python3 -m pytest test/harness/pytest`, with Debian's pytest.

Most of them have a stand-in for Node.js and the harness, which writes the verdicts that a test has said and notes what it
was called with: what is tested is what becomes of these in pytest.
"""

import json
import os
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[3]
PACKAGE = PROJECT / "harness" / "pytest"
sys.path.insert(0, str(PACKAGE))
sys.dont_write_bytecode = True

pytest_plugins = ["pytester"]

STAND_IN = """#!{python}
import json, os, sys
if sys.argv[1:] == ["--version"]:
    print("v24.0.0")
    sys.exit()
here = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(here, "calls.ndjson"), "a") as calls:
    calls.write(json.dumps({{"words": sys.argv[2:], "folder": os.getcwd(), "environment": dict(os.environ)}}) + "\\n")
exec(open(os.path.join(here, "behaviour.py")).read())
"""

WRITES = """
said = {said!r}
path = sys.argv[sys.argv.index("--report") + 1].split("=", 1)[1]
from connector_contract.clauses import every_clause
clauses = [dict(clause=each.id, **said.get(each.id, dict(verdict="held"))) for each in every_clause()]
with open(path, "w") as report:
    json.dump(dict(version=1, exitCode=0, trouble={trouble!r}, runs=[dict(target="it", clauses=clauses)]), report)
sys.exit({code})
"""


class StandIn:
    """In place of Node.js and the harness."""

    def __init__(self, folder):
        self.folder = folder
        self.program = folder / "node"
        self.program.write_text(STAND_IN.format(python=sys.executable))
        self.program.chmod(0o755)
        self.says({})

    def says(self, verdicts, trouble=(), code=0):
        """`verdicts`: by clause, a member `verdict` and a `text`; all others are held."""
        self.does(WRITES.format(said=verdicts, trouble=list(trouble), code=code))

    def does(self, code):
        (self.folder / "behaviour.py").write_text(code)

    @property
    def calls(self):
        """What each run was given, in their order."""
        path = self.folder / "calls.ndjson"
        return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []

    def only(self):
        """Which clauses each run was for."""
        words = [call["words"] for call in self.calls]
        return [each[each.index("--only") + 1] if "--only" in each else "all" for each in words]


@pytest.fixture
def harness(tmp_path_factory, monkeypatch):
    stand_in = StandIn(tmp_path_factory.mktemp("stand-in"))
    monkeypatch.setenv("CONNECTOR_CONTRACT_NODE", str(stand_in.program))
    monkeypatch.setenv("CONNECTOR_CONTRACT_BIN", __file__)
    monkeypatch.setenv("PYTHONPATH", str(PACKAGE))
    return stand_in


@pytest.fixture
def run(pytester):
    """Runs pytest with the plugin on a test module, in this process."""

    def run_pytest(module, *options):
        pytester.makepyfile(test_it="from connector_contract import contract\n" + module)
        return pytester.runpytest("-p", "connector_contract.plugin", "-p", "no:xdist", *options)

    return run_pytest


def real_node():
    """The Node.js of the project's devDependencies, else that of PATH."""
    own = PROJECT / "node_modules" / ".bin" / "node"
    return str(own) if own.exists() else "node"


@pytest.fixture
def real_harness(monkeypatch):
    monkeypatch.setenv("CONNECTOR_CONTRACT_NODE", real_node())
    monkeypatch.setenv("CONNECTOR_CONTRACT_BIN", str(PROJECT / "bin" / "connector-contract.js"))
    monkeypatch.setenv("PYTHONPATH", str(PACKAGE))
    monkeypatch.setenv("PATH", os.environ["PATH"])
