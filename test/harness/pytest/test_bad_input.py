"""What is used wrongly ends in a sentence, and in no traceback of the plugin."""

import socket
import tempfile

import pytest


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        ('comand=["x"]', 'contract(): unknown option "comand"; did you mean "command"? There are *'),
        ('only=["PAGE-11"]', '*unknown clause "PAGE-11"; did you mean "PAGE-1"? There are PAGE-1, *'),
        ('only=["PAGES"]', '*unknown clause "PAGES"; did you mean "PAGE"? There are *'),
        ('only="PAGE"', '*contract(): only is a list, as in only=*'),
        ('profile="quik"', '*unknown profile "quik"; did you mean "quick"? There are quick, *'),
        ('command="python3 main.py"', "*command is a list, as in *"),
        ('command=["x"], proxy_host="http://127.0.0.1:1"', "*both command and proxy_host *"),
        ('module="abc"', "*module names nothing without stix_shifter or proxy_host"),
        ('stix_shifter="."', "*stix_shifter needs the name of a module"),
        ('only=["MODE-1"], skip=["MODE"]', "*only and skip leave no clause"),
    ],
)
def test_a_contract_that_means_nothing(run, call, sentence):
    result = run(f"test_contract = contract({call})\n")
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines([f"E   connector_contract.ContractError: {sentence}"])
    assert "contracts.py" not in str(result.stdout)


def test_an_unknown_clause_on_the_command_line(run):
    result = run("test_contract = contract()\n", "--clause", "PAGE-99")
    result.stderr.fnmatch_lines(['ERROR: --clause: unknown clause "PAGE-99"*'])
    assert result.ret == 4


def test_two_contracts_of_one_name(run):
    result = run("test_contract = contract()\ntest_contract = contract(http=True)\n")
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(
        ["test_it.py:2: no name holds this contract: give each a name of its own"]
    )


IN_PROCESS = 'test_contract = contract(connector=object(), only=["MODE-1"])\n'


def test_a_connector_of_this_process_where_there_are_no_unix_sockets(harness, run, monkeypatch):
    monkeypatch.delattr(socket, "AF_UNIX")
    result = run(IN_PROCESS)
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(
        ["MODE-1: contract(connector=...) needs Unix sockets, which this system does not have: *"]
    )
    assert harness.calls == []


def test_a_folder_of_which_no_socket_can_have_the_path(harness, run, tmp_path, monkeypatch):
    long = tmp_path / ("x" * 100)
    long.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(long))
    result = run(IN_PROCESS)
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["MODE-1: contract(connector=...) cannot listen at *TMPDIR may help."])
    assert list(long.iterdir()) == []


def test_a_connector_that_is_not_there(real_harness, run):
    result = run('test_contract = contract(command=["./nothing"], only=["MODE-1"])\n')
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["MODE-1: *./nothing*"])
