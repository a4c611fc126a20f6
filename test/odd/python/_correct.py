"""The correct connector in Python, for programs that answer as it does and print in a way of their own."""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[3] / "connectors" / "abc-security-monitor-python"))
sys.stdout.reconfigure(encoding="utf-8")

import main as correct  # noqa: E402


def answer():
    """The value that the correct connector would print for this command line."""
    _, _, connection, configuration, method, *values = sys.argv[1:]
    return correct.answer(connection, configuration, method, values)
