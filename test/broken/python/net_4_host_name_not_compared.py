"""NET-4: a certificate accepted for any host name"""

from _correct import run
from abc_security_monitor.stix_transmission import http_client

tls_context = http_client._tls_context


def any_host(certificate):
    context = tls_context(certificate)
    context.check_hostname = False
    return context


http_client._tls_context = any_host

run()
