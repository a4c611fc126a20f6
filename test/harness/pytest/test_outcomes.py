"""What becomes of a verdict in pytest."""

COMMAND = 'test_contract = contract(command=["./it"])\n'


def test_each_verdict_has_its_outcome(harness, run):
    harness.says(
        {
            "PAGE-1": {"verdict": "failed", "text": "x PAGE-1  MUST  rows\n    Case  rows 1"},
            "ENV-6": {"verdict": "advised", "text": "x ENV-6  SHOULD"},
            "NET-7": {"verdict": "skipped", "text": "no port can be given"},
            "ERR-4": {"verdict": "waived", "text": "waived until 2027-01-01 by us"},
            "SEC-2": {"verdict": "unknown", "text": "not shown to hold: no request"},
        }
    )
    result = run(COMMAND, "-rs")
    result.assert_outcomes(passed=40, failed=1, skipped=2, errors=1, warnings=1)
    result.stdout.fnmatch_lines(
        [
            "*ERROR at setup of test_contract?SEC-2?*",
            "*SEC-2: not shown to hold: no request",
            "*_ test_contract?PAGE-1? _*",
            "*x PAGE-1  MUST  rows",
            "    Case  rows 1",
            "*ContractWarning: SHOULD not met*",
            "*no port can be given*",
        ]
    )
    assert "contract_run.py" not in str(result.stdout)
    assert harness.only() == ["all"]


def test_trouble_acquits_nobody(harness, run):
    failed = {"PAGE-1": {"verdict": "failed", "text": "broken"}}
    harness.says(failed, trouble=["a worker was lost"], code=3)
    result = run(COMMAND, "--clause", "PAGE-1,PAGE-2")
    result.assert_outcomes(failed=1, errors=1, deselected=42)
    result.stdout.fnmatch_lines(["*PAGE-2: a worker was lost"])


def test_no_report_is_an_error_that_says_what_was_said(harness, run):
    harness.does("sys.stderr.write('error: there is no such folder\\n'); sys.exit(2)")
    result = run(COMMAND, "--clause", "PAGE-1")
    result.assert_outcomes(errors=1, deselected=43)
    result.stdout.fnmatch_lines(["*PAGE-1: error: there is no such folder"])


def test_a_harness_that_is_killed_is_an_error(harness, run):
    harness.does("os.kill(os.getpid(), 9)")
    result = run(COMMAND, "--clause", "PAGE-1")
    result.assert_outcomes(errors=1, deselected=43)
    result.stdout.fnmatch_lines(["*the run ended with signal 9 and wrote no report"])


def test_marks_are_those_of_pytest(harness, run):
    harness.says({"PAGE-1": {"verdict": "failed", "text": "broken"}})
    marks = 'marks={"PAGE-1": pytest.mark.xfail(reason="known"), "SEC": pytest.mark.skip("later")}'
    result = run(f'import pytest\ntest_contract = contract(command=["./it"], {marks})\n')
    result.assert_outcomes(passed=39, xfailed=1, skipped=4)
