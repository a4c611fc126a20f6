import http.client
import io
import socket
import time


class DeadlineConnection(http.client.HTTPConnection):
    """An HTTP connection whose requests each end by a deadline, from connecting to the last byte.

    http.client's own timeout starts anew with each byte, so that a data source which drips them would
    never meet it. `tls` is an SSLContext, or None for plain HTTP.
    """

    def __init__(self, host, port, tls):
        super().__init__(host, port)
        self._tls = tls
        self._deadline = None

    def start_clock(self, seconds):
        self._deadline = time.monotonic() + seconds

    def remaining(self):
        seconds = self._deadline - time.monotonic()
        if seconds <= 0:
            raise TimeoutError("timed out")
        return seconds

    def connect(self):
        plain = socket.create_connection((self.host, self.port), self.remaining())
        try:
            # A request is small and sent in two writes; without this the second waits for the other end.
            plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            plain.settimeout(self.remaining())
            secured = self._tls.wrap_socket(plain, server_hostname=self.host) if self._tls else plain
        except BaseException:
            plain.close()
            raise
        self.sock = _DeadlineSocket(secured, self.remaining)


class _DeadlineSocket:
    """The part of a socket that http.client uses."""

    def __init__(self, sock, remaining):
        self._sock = sock
        self._remaining = remaining

    def sendall(self, data):
        self._sock.settimeout(self._remaining())
        self._sock.sendall(data)

    def makefile(self, _mode):
        return io.BufferedReader(_DeadlineReader(self._sock, self._remaining))

    def close(self):
        self._sock.close()


class _DeadlineReader(io.RawIOBase):
    def __init__(self, sock, remaining):
        super().__init__()
        self._sock = sock
        self._remaining = remaining

    def readable(self):
        return True

    def readinto(self, buffer):
        self._sock.settimeout(self._remaining())
        return self._sock.recv_into(buffer)
