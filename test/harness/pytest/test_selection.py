"""Which clauses are items, and which of them the one run is for."""

COMMAND = 'test_contract = contract(command=["./it"])\n'
FAILS = {"PAGE-1": {"verdict": "failed", "text": "broken"}}


def test_collecting_starts_nothing(harness, run):
    result = run(COMMAND, "--collect-only", "-q")
    result.stdout.fnmatch_lines(["test_it.py::test_contract?ENV-1?", "44 tests collected*"])
    assert harness.calls == []


def test_a_clause_is_exactly_that_one(harness, run):
    result = run(COMMAND + "def test_other(): pass\n", "--clause", "LIFE-1", "-v")
    result.stdout.fnmatch_lines(["test_it.py::test_contract?LIFE-1? PASSED*"])
    result.assert_outcomes(passed=1, deselected=44)
    assert harness.only() == ["LIFE-1"]


def test_one_run_serves_what_is_chosen_by_keyword_and_by_last_failed(harness, run):
    harness.says(FAILS)
    run(COMMAND, "-k", "PAGE-1 or MODE").assert_outcomes(passed=3, failed=1, deselected=40)
    run(COMMAND, "--lf").assert_outcomes(failed=1)
    assert harness.only() == ["MODE-1,MODE-2,MODE-3,PAGE-1", "PAGE-1"]


def test_only_and_skip_decide_what_is_there(harness, run):
    result = run('test_contract = contract(only=["PAGE", "MODE-1"], skip=["PAGE-9"])\n')
    result.assert_outcomes(passed=9)


def test_each_contract_has_a_run_of_its_own(harness, run):
    module = (
        'test_one = contract(command=["./one"], only=["MODE-1"])\n'
        'class TestGroup:\n    test_two = contract(command=["./two"], only=["MODE-1"], http=True)\n'
    )
    run(module).assert_outcomes(passed=2)
    assert [call["words"][-1] for call in harness.calls] == ["./one", "./two"]


def test_a_run_has_nothing_of_pytest_about_it(harness, run, monkeypatch):
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    run('test_it = contract(only=["MODE-1"], environment={"ABC": "1"})\n').assert_outcomes(passed=1)
    environment = harness.calls[0]["environment"]
    assert environment["ABC"] == "1"
    assert [name for name in environment if name.startswith(("PYTEST_", "GITHUB_A"))] == []


def test_options_say_what_those_of_verify_say(harness, run):
    options = 'data_source="qradar", profile="quick", seed=3, timeout=5, strict=True, http=True'
    run(f'test_it = contract({options}, store=False, declare={{"a": 1}}, only=["MODE-1"])\n')
    words = harness.calls[0]["words"]
    assert words[words.index("--only") :] == [
        *["--only", "MODE-1", "--no-reference", "--data-source", "qradar", "--seed", "3"],
        *["--profile", "quick", "--timeout", "5", "--declare", '{"a": 1}', "--strict", "--http"],
        "--no-store",
    ]
