"""The wheel, built and installed without an index, in an environment of its own: as docs/pytest.md has it."""

import os
import shutil
import subprocess
import sys

from conftest import PACKAGE, PROJECT, real_node

STAND_IN = PROJECT / "test" / "python" / "stix_shifter_stand_in"

CONTRACT = """
from connector_contract import contract
test_contract = contract(stix_shifter={checkout!r}, module="abc_security_monitor", runs=1, http=True, only=["MODE-1"])
"""

ERRORS = """
def test_a_search_of_the_mock(mock_data_source):
    assert len(mock_data_source.rows(mock_data_source.completed_search(rows=2))) == 2
"""


def run(*words, **options):
    ended = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **options)
    output = ended.stdout.decode()
    assert ended.returncode == 0, output
    return output


def test_the_wheel_in_an_environment_of_its_own(tmp_path):
    source = shutil.copytree(
        PACKAGE, tmp_path / "source", ignore=shutil.ignore_patterns("__pycache__")
    )
    offline = ["--no-index", "--no-deps", "--disable-pip-version-check", "--quiet"]
    pip = [sys.executable, "-m", "pip"]
    run(*pip, "wheel", "--no-build-isolation", *offline, "--wheel-dir", str(tmp_path), str(source))
    [wheel] = tmp_path.glob("pytest_connector_contract-*-py3-none-any.whl")
    venv = tmp_path / "venv"
    run(sys.executable, "-m", "venv", "--system-site-packages", "--without-pip", str(venv))
    python = str(venv / "bin" / "python")
    run(*pip, "--python", python, "install", *offline, str(wheel))

    (tmp_path / "node_modules").mkdir()
    (tmp_path / "node_modules" / "connector-contract").symlink_to(PROJECT)
    module = tmp_path / "module"
    (module / "tests").mkdir(parents=True)
    (module / "tests" / "test_contract.py").write_text(CONTRACT.format(checkout=str(STAND_IN)))
    (module / "tests" / "test_errors.py").write_text(ERRORS)
    (module / "pytest.ini").write_text("[pytest]\n")
    environ = {**os.environ, "CONNECTOR_CONTRACT_NODE": real_node()}
    pytest = [python, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    assert "2 passed" in run(*pytest, cwd=module, env=environ)

    # What `init` writes has the plugin, too.
    program = str(PROJECT / "bin" / "connector-contract.js")
    run(real_node(), program, "init", "mine", "--pytest", cwd=tmp_path)
    output = run(*pytest, "--clause", "MODE-1", cwd=tmp_path / "mine", env=environ)
    assert "1 passed, 43 deselected" in output
