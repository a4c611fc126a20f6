"""docs/pytest.md says nothing that does not work."""

import re
import shlex

from conftest import PROJECT

PAGE = (PROJECT / "docs" / "pytest.md").read_text("utf-8")


def blocks(language):
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.S)


def test_its_commands_run_on_its_module(harness, pytester):
    pytester.makepyfile(test_contract=blocks("python")[0])
    lines = [line for block in blocks("sh") for line in block.splitlines()]
    commands = [shlex.split(line, comments=True)[1:] for line in lines if line.startswith("pytest")]
    usual = [options for options in commands if not options[0].startswith("stix_shifter_modules")]
    for options in usual:
        result = pytester.runpytest("-p", "connector_contract.plugin", *options)
        assert result.ret == 0
    families = ",".join([*(f"PAGE-{number}" for number in range(1, 10)), "ERR-1"])
    assert harness.only() == ["LIFE-1", families, "all"]


def test_its_test_beside_those_of_a_module_runs_in_the_checkout(harness, pytester):
    [place] = re.findall(r"A file `(stix_shifter_modules/\S+)`", PAGE)
    [command] = [line for block in blocks("sh") for line in block.splitlines() if "shifter_modules" in line]
    file = pytester.path / place
    file.parent.mkdir(parents=True)
    file.write_text(blocks("python")[1])
    (file.parent / "test_own.py").write_text("def test_own(): pass\n")
    (pytester.path / "setup.py").write_text("")
    result = pytester.runpytest("-p", "connector_contract.plugin", *shlex.split(command)[1:])
    result.assert_outcomes(passed=45)
    [call] = harness.calls
    assert call["folder"] == str(pytester.path)
    words = " ".join(call["words"])
    assert "--stix-shifter . --module qradar --python " in words


MY_CONNECTOR = f"""
import json, sys
sys.path.insert(0, {str(PROJECT / "connectors" / "abc-security-monitor-python")!r})
from main import answer

class MyConnector:
    def __init__(self, connection, configuration):
        self.given = [json.dumps(connection), json.dumps(configuration)]
    def __getattr__(self, method):
        return lambda *values: answer(*self.given, method, [str(each) for each in values])
"""


def test_its_error_cases_hold_of_the_reference(real_harness, pytester):
    pytester.makepyfile(my_connector=MY_CONNECTOR, test_errors=blocks("python")[2])
    result = pytester.runpytest("-p", "connector_contract.plugin", "-p", "no:xdist")
    result.assert_outcomes(passed=3)
