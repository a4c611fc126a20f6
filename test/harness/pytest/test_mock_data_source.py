"""The fixture `mock_data_source`, with a real mock: one session of pytest serves all assertions."""


CONFTEST = """
import base64, json, ssl, urllib.error, urllib.request
import pytest

@pytest.fixture
def get(mock_data_source):
    connection, auth = mock_data_source.connection, mock_data_source.configuration["auth"]
    trust = ssl.create_default_context(cadata=connection["selfSignedCert"])
    user = base64.b64encode(f"{auth['username']}:{auth['password']}".encode()).decode()
    def answer(path):
        url = f"https://{connection['host']}:{connection['port']}/api/v1{path}"
        request = urllib.request.Request(url, headers={"Authorization": f"Basic {user}"})
        try:
            with urllib.request.urlopen(request, context=trust) as response:
                return response.status, json.load(response)
        except urllib.error.HTTPError as error:
            return error.code, None
    return answer
"""

MODULE = """
import time
import pytest
from connector_contract import ContractError

SERVERS = set()

def test_a_search_has_its_rows(mock_data_source, get):
    search = mock_data_source.completed_search(rows=3)
    status, page = get(f"/searches/{search}/results?offset=0&limit=10")
    assert (status, page["data"]) == (200, mock_data_source.rows(search))
    assert len(page["data"]) == 3
    [request] = mock_data_source.requests
    assert (request.operation, request.search_id, request.status) == ("results", search, 200)
    assert request.headers["authorization"] == "Basic <the credentials>"
    SERVERS.add(mock_data_source.url)

def test_it_is_clean_and_the_same_server(mock_data_source):
    assert mock_data_source.requests == []
    SERVERS.add(mock_data_source.url)
    assert len(SERVERS) == 1

def test_a_fault_strikes_until_it_is_removed(mock_data_source, get):
    fault = mock_data_source.fault("http-status", status=503, operation="ping")
    assert get("/ping")[0] == 503
    assert fault.struck == 1
    fault.remove()
    assert get("/ping")[0] == 200
    assert len(mock_data_source.assert_requested("ping", times=2)) == 2
    mock_data_source.assert_requested("ping", method="GET", path="/api/v1/ping", status=503, times=1)

def test_a_recipe_is_faults_by_name(mock_data_source, get):
    search = mock_data_source.completed_search(rows=3)
    [fault] = mock_data_source.recipe("gateway-html-503")
    assert get(f"/searches/{search}")[0] == 503

def test_a_scenario_is_a_file(mock_data_source, get, tmp_path):
    bug = tmp_path / "bug.yaml"
    bug.write_text("version: 1\\nhappens: [{ recipe: gateway-html-503 }]\\n")
    [fault] = mock_data_source.scenario(bug)
    assert (get("/ping")[0], fault.struck) == (503, 1)
    bug.write_text("version: 1\\ndata_source: okta\\n")
    with pytest.raises(ContractError, match="it is of okta, and this is a mock of abc-"):
        mock_data_source.scenario(bug)
    with pytest.raises(ContractError, match="no.yaml cannot be read: No such file"):
        mock_data_source.scenario("no.yaml")

def test_a_search_goes_by_hand(mock_data_source, get):
    search = mock_data_source.search(status="EXECUTE", progress=20)
    assert get(f"/searches/{search}")[1]["progress"] == 20
    mock_data_source.advance(search, "SORTING", 70)
    assert get(f"/searches/{search}")[1]["status"] == "SORTING"

def test_what_it_refuses_is_said(mock_data_source):
    with pytest.raises(ContractError, match="kind: must be one of api-error"):
        mock_data_source.fault("frost")
    with pytest.raises(ContractError, match="no-such"):
        mock_data_source.recipe("no-such")

def test_what_was_not_asked_fails(mock_data_source, get):
    get("/ping")
    mock_data_source.assert_requested("status")

@pytest.mark.data_source("okta", http=True)
def test_another_data_source(mock_data_source):
    assert mock_data_source.url.startswith("http://")
    assert mock_data_source.connection["host"]

@pytest.mark.data_source("oktaa")
def test_an_unknown_one(mock_data_source):
    pass
"""


def test_the_fixture(real_harness, pytester):
    pytester.makeconftest(CONFTEST)
    pytester.makepyfile(test_it=MODULE)
    result = pytester.runpytest("-p", "connector_contract.plugin", "-p", "no:xdist", "--durations=0")
    result.assert_outcomes(passed=8, failed=1, errors=1)
    result.stdout.fnmatch_lines(
        [
            "*the mock did not start: error: *oktaa*",
            "E   *AssertionError: 0 requests with operation status, not at least one:",
            "E         GET /api/v1/ping = 200",
        ]
    )
    assert "mock_data_source.py" not in str(result.stdout)


def test_a_mock_that_cannot_be_started(harness, pytester):
    harness.does("sys.stderr.write('error: it is not well\\n'); sys.exit(2)")
    pytester.makepyfile("def test_it(mock_data_source): pass")
    result = pytester.runpytest("-p", "connector_contract.plugin")
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["the mock did not start: error: it is not well"])
