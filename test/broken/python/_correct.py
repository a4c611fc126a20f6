"""The correct connector in Python, for programs that are it but for one defect.

Importing this makes its modules importable; a broken program replaces a part of one of them and calls
run(). The first line of each program names the check that must catch it, and the defect.
"""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[3] / "connectors" / "abc-security-monitor-python"))

import main as correct  # noqa: E402


def run():
    """Answers the command line as the correct connector does."""
    sys.exit(correct.main(sys.argv[1:]))


def edit_answers(edit):
    """From now on, what is printed is edit(answer) in place of the correct answer."""
    answer = correct.answer
    correct.answer = lambda *arguments: edit(answer(*arguments))


def edit_successes(edit):
    edit_answers(lambda answer: edit(answer) if answer is not True and answer["success"] else answer)


def edit_failures(edit):
    edit_answers(lambda answer: answer if answer is True or answer["success"] else edit(answer))
