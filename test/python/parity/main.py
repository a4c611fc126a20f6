"""The reference with a defect, as a folder that a host serves: importing this imports the reference's main."""

import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent

# The reference's own main takes this one's place, which is what whoever imports `main` is given.
sys.modules.pop("main", None)
sys.path[:] = [path for path in sys.path if pathlib.Path(path).resolve() != HERE]
sys.path.append(str(HERE))

import apply_defect  # noqa: E402, F401
