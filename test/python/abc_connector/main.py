"""A connector for ABC Security Monitor on Python's standard library alone, and its command line:

    python3 main.py transmit abc '<connection>' '<configuration>' <method> [arguments]

It prints the method's answer as a Python literal, as stix-shifter's guide shows. Modules are imported
where they are used, since each call is a process of its own and should start fast.
"""

import json
import sys

from failure import Failure

USAGE = "Use: transmit abc '<connection>' '<configuration>' <method> [arguments]"


def main(arguments):
    sys.stdout.reconfigure(encoding="utf-8")
    if len(arguments) < 5 or arguments[0] != "transmit":
        print(USAGE, file=sys.stderr)
        return 2
    _, _, connection, configuration, method, *values = arguments
    print(repr(answer(connection, configuration, method, values)))
    return 0


def answer(connection, configuration, method, values):
    if method == "is_async":
        return True
    auth = None
    try:
        configuration = _parse_object(configuration, "configuration")
        auth = configuration.get("auth")
        return _call(_parse_object(connection, "connection"), configuration, method, values)
    except Exception as error:  # a method answers, whatever happens
        from safe_text import safe_text

        code = error.code if isinstance(error, Failure) else "unknown"
        text = safe_text(str(error), auth) or type(error).__name__
        return {"success": False, "error": text, "code": code}


def _call(connection, configuration, method, values):
    from api_client import APIClient
    from settings import Settings

    settings = Settings(connection, configuration)
    api_client = APIClient(settings)
    try:
        run = _METHODS.get(method)
        if run is None:
            raise Failure("not_implemented", "There is no such method")
        return run(api_client, settings, *values)
    except TypeError as error:
        if error.__traceback__.tb_next is None:  # the call itself failed, nothing within it
            raise Failure("invalid_parameter", "The arguments do not fit the method")
        raise
    finally:
        api_client.close()


def _ping(api_client, _settings):
    from ping_connector import PingConnector

    return PingConnector(api_client).ping_connection()


def _query(api_client, _settings, query):
    from query_connector import QueryConnector

    return QueryConnector(api_client).create_query_connection(query)


def _status(api_client, _settings, search_id, _metadata=None):
    from status_connector import StatusConnector

    return StatusConnector(api_client).create_status_connection(search_id)


def _results(api_client, settings, search_id, offset, length, metadata=None):
    from results_connector import ResultsConnector

    place = None if metadata is None else _parse_metadata(metadata)
    connector = ResultsConnector(api_client, settings.result_limit)
    return connector.create_results_connection(search_id, offset, length, place)


def _delete(api_client, _settings, search_id):
    from delete_connector import DeleteConnector

    return DeleteConnector(api_client).delete_query_connection(search_id)


_METHODS = {
    "ping": _ping,
    "query": _query,
    "status": _status,
    "results": _results,
    "delete": _delete,
}


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
