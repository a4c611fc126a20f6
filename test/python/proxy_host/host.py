"""Serves the connector of a folder as stix-shifter's `host` command does, on a free port of loopback:

    python3 host.py <folder of the connector in Python> [<certificate> <key>]

Written afresh after the protocol alone. It prints its port and ends when its standard input does.
"""

import json
import ssl
import sys
import threading
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

MODULE = "abc"
METHODS = {
    "/ping": ("ping", []),
    "/is_async": ("is_async", []),
    "/create_query_connection": ("query", ["query"]),
    "/create_status_connection": ("status", ["search_id"]),
    "/create_results_connection": ("results", ["search_id", "offset", "length"]),
    "/delete_query_connection": ("delete", ["search_id"]),
}


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        try:
            self._send(200, answer_of(self.path, json.loads(body)))
        except Exception as error:  # Flask shows a page of it, and goes on
            name = type(error).__name__
            self._send(500, f"<!doctype html><title>{name}: {escape(str(error))}</title>")

    def _send(self, status, text):
        data = text.encode("utf-8")
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_):
        pass


def answer_of(path, request):
    """What the host writes: JSON, but for the answer to is_async, which it writes as Python does."""
    method, members = METHODS[path]
    values = [request[member] for member in members]
    answer = call(request["connection"], request["configuration"], method, values)
    return str(answer) if method == "is_async" else json.dumps(answer)


def call(connection, configuration, method, values):
    module = connection["type"].lower()
    if module != MODULE:
        message = f"{module} connector error => No module named 'stix_shifter_modules.{module}'"
        return {"success": False, "connector": module, "error": message, "code": "unknown"}
    return connector.answer(json.dumps(connection), json.dumps(configuration), method, values)


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, request, client_address):
        pass  # clients hang up, and distrust certificates: that is what is tested


def serve(certificate=None, key=None):
    server = Server(("127.0.0.1", 0), Handler)
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        # The handshake is left to the thread of its connection: one that stalls must not hold up all.
        server.socket = context.wrap_socket(
            server.socket, server_side=True, do_handshake_on_connect=False
        )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(server.server_address[1], flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    sys.path.insert(0, sys.argv[1])
    import main as connector

    serve(*sys.argv[2:])
