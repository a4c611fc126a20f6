"""SEC-1: the debug output of http.client, header and all, on standard output"""

import http.client

from _correct import run

http.client.HTTPConnection.debuglevel = 1

run()
