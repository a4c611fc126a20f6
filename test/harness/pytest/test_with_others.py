"""The plugin together with what else people have in pytest."""

import os
import signal
import subprocess
import sys
import time
import xml.etree.ElementTree as ElementTree

import pytest

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


def test_with_pdb_no_call_of_this_process_has_a_deadline(harness, pytester):
    pytester.makepyfile(MODULE.replace('command=["./it"]', "connector=object()"))
    arguments = ["-p", "connector_contract.plugin", "-p", "no:xdist", "--clause", "MODE-1"]
    for options in [[], ["--pdb"]]:
        pytester.runpytest(*arguments, *options).assert_outcomes(passed=1, deselected=43)
    usual, patient = (call["words"] for call in harness.calls)
    assert "--inspect" not in usual and "--no-store" in usual
    assert patient[-1] == "--inspect"


def test_ctrl_c_ends_all_processes_of_a_run(harness, pytester):
    pid = harness.folder / "pid"
    behaviour = """
import signal
signal.signal(signal.SIGINT, lambda *_: sys.exit(3))
with open(os.path.join(here, "part"), "w") as part: part.write(str(os.getpid()))
os.rename(os.path.join(here, "part"), os.path.join(here, "pid"))
signal.pause()
"""
    harness.does(behaviour)
    pytester.makepyfile(MODULE)
    running = start(pytester)
    wait_until(pid.exists)
    running.send_signal(signal.SIGINT)
    output = running.communicate(timeout=60)[0].decode()
    assert "KeyboardInterrupt" in output
    assert "no tests ran" in output
    assert running.returncode == 2
    with pytest.raises(ProcessLookupError):
        os.kill(int(pid.read_text()), 0)


def test_no_run_outlives_a_pytest_that_is_killed(harness, pytester):
    pid = harness.folder / "pid"
    harness.does(
        'os.symlink(str(os.getpid()), os.path.join(here, "pid"))\nimport signal\nsignal.pause()'
    )
    pytester.makepyfile(MODULE)
    running = start(pytester)
    wait_until(pid.is_symlink)
    running.kill()
    running.communicate()
    wait_until(lambda: not is_running(int(os.readlink(pid))))


def start(pytester):
    words = [sys.executable, "-m", "pytest", "-p", "connector_contract.plugin"]
    return pytester.popen(words, stdin=subprocess.DEVNULL, preexec_fn=heed_ctrl_c)


def heed_ctrl_c():
    """A shell has what it starts in the background ignore Ctrl-C, and whatever that starts, too."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def is_running(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    with open(f"/proc/{pid}/stat") as stat:
        return stat.read().rsplit(")", 1)[1].split()[0] != "Z"


def wait_until(holds):
    for _ in range(3_000):
        if holds():
            return
        time.sleep(0.01)
    raise AssertionError("it never came about")
