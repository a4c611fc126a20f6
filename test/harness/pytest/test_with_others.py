"""The plugin together with what else people have in pytest."""

import xml.etree.ElementTree as ElementTree

MODULE = """
from connector_contract import contract
test_contract = contract(command=["./it"])
"""


def test_one_run_serves_all_workers_of_xdist(harness, pytester):
    harness.says({"PAGE-1": {"verdict": "failed", "text": "broken\n    Case  rows 1"}})
    pytester.makepyfile(MODULE)
    result = pytester.runpytest_subprocess("-p", "connector_contract.plugin", "-n", "2")
    result.assert_outcomes(passed=43, failed=1)
    result.stdout.fnmatch_lines(["    Case  rows 1"])
    assert harness.only() == ["all"]


def test_junit_has_clause_level_and_text(harness, pytester):
    harness.says(
        {
            "PAGE-1": {"verdict": "failed", "text": "broken"},
            "PAGE-2": {"verdict": "unknown", "text": "no"},
            "PAGE-3": {"verdict": "skipped", "text": "not here"},
        }
    )
    pytester.makepyfile(MODULE)
    options = ["--junitxml=report.xml", "-o", "junit_family=xunit1", "--clause=PAGE"]
    pytester.runpytest("-p", "connector_contract.plugin", "-p", "no:xdist", *options)
    suite = ElementTree.parse(pytester.path / "report.xml").getroot()[0]
    assert {name: suite.get(name) for name in ("tests", "failures", "errors", "skipped")} == {
        **{"tests": "9", "failures": "1", "errors": "1", "skipped": "1"},
    }
    first = next(case for case in suite if case.get("name") == "test_contract[PAGE-1]")
    assert [(each.get("name"), each.get("value")) for each in first.iter("property")] == [
        *[("clause", "PAGE-1"), ("level", "MUST")],
    ]
    assert "broken" in first.find("failure").text
