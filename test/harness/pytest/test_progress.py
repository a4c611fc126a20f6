"""How far a run has come is shown where a person looks, and nowhere else."""

import os
import pty
import sys

MODULE = "from connector_contract import contract\ntest_contract = contract(only=['MODE'])\n"
TELLS = """
for done in (0, 2):
    sys.stderr.write(json.dumps({"progress": {"checks": 5, "done": done, "violated": 1}}) + "\\n")
sys.stderr.write("error: and no further\\n")
sys.exit(3)
"""


def test_on_a_terminal_it_stands_below_and_goes_again(harness, pytester):
    harness.does(TELLS)
    pytester.makepyfile(test_it=MODULE)
    pid, terminal = pty.fork()
    if pid == 0:
        words = [sys.executable, "-m", "pytest", "-p", "connector_contract.plugin", "-p", "no:xdist"]
        os.execv(sys.executable, words)
    output = b""
    try:
        while part := os.read(terminal, 65_536):
            output += part
    except OSError:
        pass  # its end
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 1
    shown = b"connector contract: 2 of 5 checks, 1 violated\r\x1b[K\x1b[1A\x1b[11C"
    assert shown in output
    assert b"MODE-1: error: and no further" in output


def test_elsewhere_it_is_not_there_at_all(harness, run):
    harness.does(TELLS)
    result = run("test_contract = contract(only=['MODE'])\n")
    result.assert_outcomes(errors=3)
    result.stdout.no_fnmatch_line("*checks*")
