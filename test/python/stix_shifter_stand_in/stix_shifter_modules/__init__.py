"""The modules here, and the reference in Python, which lies with the other references."""

import os

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.join(HERE, "..", "..", "..", "..")
__path__.append(os.path.normpath(os.path.join(ROOT, "connectors", "abc-security-monitor-python")))
