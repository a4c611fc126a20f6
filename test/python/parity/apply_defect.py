"""Importing this gives the reference in Python the defect of a broken connector, which the environment names.

For drivers that take no program: the broken ones replace a part of one of the reference's modules, and what
they would run then is left out.
"""

import os
import pathlib
import runpy
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "broken" / "python"))

import _correct  # noqa: E402

_correct.run = lambda: None
BROKEN = os.environ.get("CONNECTOR_CONTRACT_TEST_BROKEN")
if BROKEN is not None:
    runpy.run_path(BROKEN)
