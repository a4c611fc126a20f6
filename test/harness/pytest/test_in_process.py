"""The real harness calls a connector of this process: one session of pytest serves all assertions."""

import pytest

from conftest import PROJECT

REFERENCE = PROJECT / "connectors" / "abc-security-monitor-python"
STAND_IN = PROJECT / "test" / "python" / "stix_shifter_stand_in"

MODULE = f"""
import os, sys
sys.path[:0] = [{str(REFERENCE)!r}, {str(STAND_IN)!r}]
from abc_security_monitor.entry_point import EntryPoint
from connector_contract import contract

CALLS = set()

def seen(connection, configuration):
    CALLS.add(os.getpid())
    return EntryPoint(connection, configuration)

class OffsetIgnored:
    def __init__(self, connection, configuration):
        self.inner = EntryPoint(connection, configuration)

    def __getattr__(self, name):
        return getattr(self.inner, name)

    def create_results_connection(self, search_id, offset, length, metadata=None):
        return self.inner.create_results_connection(search_id, 0, length, metadata)

few = dict(runs=1, http=True, only=["PAGE-3", "MODE-1"])
test_correct = contract(connector=seen, **few)
test_broken = contract(connector=OffsetIgnored, runs=1, http=True, only=["PAGE-1"])

def test_it_was_called_here():
    assert CALLS == {{os.getpid()}}
"""


def test_a_connector_in_this_process(real_harness, run):
    result = run(MODULE)
    result.assert_outcomes(passed=3, failed=1)
    result.stdout.fnmatch_lines(
        [
            "*PAGE-1  MUST *",
            "*Actual *",
            "*results(*",
            "*GET /api/v1/searches/*",
            "*pytest test_it.py::test_broken --clause PAGE-1",
        ]
    )


COVERED = f"""
import sys
sys.path[:0] = [{str(REFERENCE)!r}, {str(STAND_IN)!r}]
from abc_security_monitor.entry_point import EntryPoint

class Mine:
    def __init__(self, connection, configuration):
        self.inner = EntryPoint(connection, configuration)

    def __getattr__(self, name):
        return getattr(self.inner, name)

    def never_called(self):
        return None
"""


def test_coverage_sees_what_is_called(real_harness, pytester):
    pytest.importorskip("pytest_cov")
    pytester.makepyfile(
        mine=COVERED,
        test_it="from connector_contract import contract\nfrom mine import Mine\n"
        'test_contract = contract(connector=Mine, runs=1, http=True, only=["MODE-1"])\n',
    )
    options = ["-p", "no:xdist", "--cov=mine", "--cov-report=term-missing"]
    result = pytester.runpytest_subprocess("-p", "connector_contract.plugin", *options)
    result.assert_outcomes(passed=1)
    result.stdout.re_match_lines([r"mine\.py +10 +1 +90% +13"])
