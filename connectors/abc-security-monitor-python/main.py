"""The connector's command line, without stix-shifter:

    python3 main.py transmit abc '<connection>' '<configuration>' <method> [arguments]

It prints the method's answer as a Python literal, as stix-shifter's guide shows. Within a checkout of
stix-shifter entry_point.py takes its place.
"""

import asyncio
import json
import sys

from abc_security_monitor.stix_transmission.answering import failure_envelope
from abc_security_monitor.stix_transmission.api_client import APIClient
from abc_security_monitor.stix_transmission.delete_connector import DeleteConnector
from abc_security_monitor.stix_transmission.failure import Failure
from abc_security_monitor.stix_transmission.ping_connector import PingConnector
from abc_security_monitor.stix_transmission.query_connector import QueryConnector
from abc_security_monitor.stix_transmission.results_connector import ResultsConnector
from abc_security_monitor.stix_transmission.status_connector import StatusConnector

USAGE = "Use: transmit abc '<connection>' '<configuration>' <method> [arguments]"

# The class and the method behind each method of the command line, and how many arguments it takes.
METHODS = {
    "ping": (PingConnector, "ping_connection", (0, 0)),
    "query": (QueryConnector, "create_query_connection", (1, 1)),
    "status": (StatusConnector, "create_status_connection", (1, 2)),
    "results": (ResultsConnector, "create_results_connection", (3, 4)),
    "delete": (DeleteConnector, "delete_query_connection", (1, 1)),
}


def main(arguments):
    sys.stdout.reconfigure(encoding="utf-8")
    if len(arguments) < 5 or arguments[0] != "transmit":
        print(USAGE, file=sys.stderr)
        return 2
    _, _, connection, configuration, method, *values = arguments
    print(repr(answer(connection, configuration, method, values)))
    return 0


def answer(connection, configuration, method, values):
    """The envelope that one call ends with. All that is given is text, as on a command line."""
    if method == "is_async":
        return True
    auth = None
    try:
        configuration = _parse_object(configuration, "configuration")
        auth = configuration.get("auth")
        api_client = APIClient(_parse_object(connection, "connection"), configuration)
        return asyncio.run(_call(api_client, method, values))
    except Exception as error:
        return failure_envelope(error, auth)


async def _call(api_client, method, values):
    if method not in METHODS:
        raise Failure("not_implemented", "There is no such method")
    connector, name, (fewest, most) = METHODS[method]
    if not fewest <= len(values) <= most:
        raise Failure("invalid_parameter", "The arguments do not fit the method")
    if method == "results" and len(values) == most:
        values = [*values[:-1], _parse_metadata(values[-1])]
    return await getattr(connector(api_client), name)(*values)


def _parse_object(text, name):
    """A JSON object. json's own message would not quote the text either, but tells too little."""
    try:
        value = json.loads(text)
    except ValueError:
        value = None
    if not isinstance(value, dict):
        raise Failure("invalid_parameter", f"{name} must be a JSON object")
    return value


def _parse_metadata(text):
    """Metadata is JSON; what is no JSON stays the string that it is, and no place in a result."""
    try:
        return json.loads(text)
    except ValueError:
        return text


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
