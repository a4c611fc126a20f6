"""Contracts wherever test code stands."""

MODULE = """
from connector_contract import contract

few = dict(only=["PAGE-1", "ERR-1"])
test_one = contract(command=["./one"], **few)
test_other = contract(command=["./other"], **few)

class TestOfAClass:
    test_one = contract(command=["./third"], **few)

    class TestWithin:
        test_one = contract(command=["./fourth"], only=["MODE-1"])

class Base:
    test_inherited = contract(command=["./fifth"], only=["MODE-1"])

class TestHeir(Base):
    pass
"""


def test_each_contract_is_a_run_of_its_own(harness, pytester):
    pytester.makepyfile(test_it=MODULE)
    result = pytester.runpytest("-p", "connector_contract.plugin", "-p", "no:xdist", "-v")
    result.assert_outcomes(passed=8)
    result.stdout.fnmatch_lines_random(
        [
            "test_it.py::test_one?PAGE-1? PASSED*",
            "test_it.py::test_other?ERR-1? PASSED*",
            "test_it.py::TestOfAClass::test_one?PAGE-1? PASSED*",
            "test_it.py::TestOfAClass::TestWithin::test_one?MODE-1? PASSED*",
            "test_it.py::TestHeir::test_inherited?MODE-1? PASSED*",
        ]
    )
    names = ["./one", "./other", "./third", "./fourth", "./fifth"]
    assert sorted(call["words"][-1] for call in harness.calls) == sorted(names)


def test_a_folder_below_has_its_own_fixtures_and_paths_of_the_root(harness, pytester):
    below = pytester.mkpydir("below")
    (below / "conftest.py").write_text(
        "import pytest\n\n@pytest.fixture(autouse=True)\ndef seen(request):\n    print(request.node.name)\n"
    )
    (below / "test_it.py").write_text(
        "from connector_contract import contract\n"
        'test_contract = contract(stix_shifter=".", module="abc", only=["MODE-1"])\n'
        "def test_beside(): pass\n"
    )
    result = pytester.runpytest("-p", "connector_contract.plugin", "-p", "no:xdist", "below")
    result.assert_outcomes(passed=2)
    [call] = harness.calls
    assert call["folder"] == str(pytester.path)
    assert call["words"][call["words"].index("--stix-shifter") + 1] == "."
