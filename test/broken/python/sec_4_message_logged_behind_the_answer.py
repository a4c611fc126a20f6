"""SEC-4: the message logged as it is, behind the answer on the same stream"""

import atexit

from _correct import run
from abc_security_monitor.stix_transmission.failure import Failure

init = Failure.__init__


def remember(self, code, message):
    init(self, code, message)
    atexit.register(print, f"failed: {message}", flush=True)


Failure.__init__ = remember

run()
