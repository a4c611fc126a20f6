"""The reference in Python with the defect of a broken connector."""

import pathlib
import sys

sys.path.append(str(pathlib.Path(__file__).parents[3] / "parity"))

import apply_defect  # noqa: E402, F401
from abc_security_monitor.entry_point import EntryPoint  # noqa: E402, F401
