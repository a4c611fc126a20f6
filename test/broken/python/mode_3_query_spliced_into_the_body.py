"""MODE-3: the query between the quotes of the body as it is"""

import json
import types

from _correct import run
from abc_security_monitor.stix_transmission import http_client

http_client.json = types.SimpleNamespace(
    dumps=lambda body: '{"query": "%s"}' % body["query"],
    loads=json.loads,
)

run()
