"""ENV-1: a traceback in place of an answer, where the body is no JSON"""

import json

from _correct import run
from abc_security_monitor.stix_transmission import http_client


class NoJson(BaseException):
    """What `except Exception` does not catch."""


def parse(text):
    try:
        return json.loads(text)
    except ValueError as error:
        raise NoJson(text) from error


http_client._parse = parse

run()
