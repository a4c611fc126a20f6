"""MODE-3: backslash sequences in a query resolved"""

from _correct import run
from abc_security_monitor.stix_transmission import query_connector

require_text = query_connector.require_text


def unescaped(value, name):
    text = require_text(value, name)
    return text.encode("latin-1", "backslashreplace").decode("unicode-escape", "replace")


query_connector.require_text = unescaped

run()
