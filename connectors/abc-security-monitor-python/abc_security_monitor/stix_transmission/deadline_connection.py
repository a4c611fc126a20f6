import http.client
import io
import selectors
import socket
import time


class FinalResponse(http.client.HTTPResponse):
    """A response without those of 1xx that may come before it. http.client passes over 100 alone."""

    def begin(self, **limits):
        super().begin(**limits)
        while 100 <= self.status < 200 and self.status != http.client.SWITCHING_PROTOCOLS:
            self.headers = None  # what begin knows by that it has not begun
            super().begin(**limits)


class DeadlineConnection(http.client.HTTPConnection):
    """An HTTP connection whose requests each end by a deadline, from connecting to the last byte.

    http.client's own timeout starts anew with each byte, so that a data source which drips them would
    never meet it. `tls` is an SSLContext, or None for plain HTTP.
    """

    response_class = FinalResponse

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

    def is_open(self):
        """Whether it can take another request. All there is to read between two answers is that it was closed."""
        return self.sock is not None and not self.sock.has_more()

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

    def makefile(self, mode):
        return io.BufferedReader(_DeadlineReader(self._sock, mode, self._remaining))

    def has_more(self):
        with selectors.DefaultSelector() as selector:
            selector.register(self._sock, selectors.EVENT_READ)
            return bool(selector.select(0))

    def close(self):
        self._sock.close()


class _DeadlineReader(io.RawIOBase):
    """What a socket receives. http.client closes the socket before it reads a body that ends with the
    connection; the socket's own file keeps it open for as long as it is read."""

    def __init__(self, sock, mode, remaining):
        super().__init__()
        self._sock = sock
        self._file = sock.makefile(mode, buffering=0)
        self._remaining = remaining

    def readable(self):
        return True

    def readinto(self, buffer):
        self._sock.settimeout(self._remaining())
        return self._file.readinto(buffer)

    def close(self):
        self._file.close()
        super().close()
