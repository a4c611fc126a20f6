"""SEC-3: an id in the path as it is"""

from _correct import run
from abc_security_monitor.stix_transmission import api_client

api_client._search_path = lambda search_id: f"/searches/{search_id}"

run()
