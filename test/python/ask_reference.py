"""Asks the reference connector of several data sources in one process.

Takes [[connection, configuration, [[method, arguments], ...]], ...] as JSON on standard input, and prints
the answers, a list for each connection, as JSON.
"""

import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "connectors" / "abc-security-monitor-python"))

from main import answer  # noqa: E402

print(
    json.dumps(
        [
            [answer(json.dumps(connection), json.dumps(configuration), method, values) for method, values in calls]
            for connection, configuration, calls in json.load(sys.stdin)
        ]
    )
)
