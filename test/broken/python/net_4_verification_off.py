"""NET-4: the verification of certificates switched off"""

import ssl

from _correct import run
from abc_security_monitor.stix_transmission import http_client

http_client._tls_context = lambda certificate: ssl._create_unverified_context()

run()
