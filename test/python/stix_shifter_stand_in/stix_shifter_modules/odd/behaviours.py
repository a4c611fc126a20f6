import ctypes
import datetime
import decimal
import enum
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request

CALLS = []


class Status(enum.Enum):
    RUNNING = "RUNNING"


class Word(str, enum.Enum):
    RUNNING = "RUNNING"


class Silent(Exception):
    def __str__(self):
        raise ValueError("it does not say")


def hang(_connection):
    print("started", flush=True)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    while True:
        time.sleep(1)


def raise_it(error):
    def behaviour(_connection):
        raise error

    return behaviour


def print_everywhere(_connection):
    print("by print")
    print("to stderr by print", file=sys.stderr)
    ctypes.CDLL(None).puts(b"from C")
    os.write(1, b"past every buffer\n")
    subprocess.run(["sh", "-c", "echo from a child; echo from a child >&2"], check=True)
    print('{"sequence": 1, "kind": "answered", "value": 1, "leftover": false}')
    return True


def flood(descriptor):
    def behaviour(_connection):
        block = b"y\n" * 32768
        for _ in range(600):
            os.write(descriptor, block)
        return True

    return behaviour


def close_its_output(_connection):
    sys.stdout.close()
    os.close(1)
    os.close(2)
    sys.stderr = None
    return True


def close_every_descriptor(_connection):
    os.closerange(3, 300)
    return True


def fork_and_return(_connection):
    """The child returns into what called the connector, as a forgotten os._exit makes it do."""
    if os.fork() == 0:
        return {"success": True, "search_id": "the child's"}
    os.wait()
    return {"success": True, "search_id": "the parent's"}


def leave_a_child(then):
    def behaviour(connection):
        """A child that holds a connection to the port of the data source, as long as it lives."""
        reader, writer = os.pipe()
        if os.fork() == 0:
            line = socket.create_connection((connection["host"], connection["port"]))
            os.write(writer, b"!")
            line.recv(1)
            os._exit(0)
        os.read(reader, 1)
        return then()

    return behaviour


def leave_a_zombie(_connection):
    """A child that has ended, and that nobody has asked for its exit code."""
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT)
    return os.getpid()


def has_children(_connection):
    try:
        os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)
    except ChildProcessError:
        return [os.getpid(), False]
    return [os.getpid(), True]


def sleep_for_ever():
    while True:
        time.sleep(1)


def nested(levels):
    value = []
    for _ in range(levels):
        value = [value]
    return {"success": True, "data": value}


def circle(_connection):
    value = {"success": True}
    value["self"] = value
    return value


def shared(_connection):
    """Some kilobytes of memory, and 2 to the power of 60 as JSON."""
    value = ["x"]
    for _ in range(60):
        value = [value, value]
    return value


def change_what_it_was_given(connection):
    seen = connection["options"]["note"]
    connection["options"]["note"] = "changed"
    return seen


BEHAVIOURS = {
    "hang": hang,
    "exit at once": lambda _: os._exit(7),
    "sys.exit": lambda _: sys.exit(3),
    "segfault": lambda _: ctypes.string_at(0),
    "raise": raise_it(ValueError("it broke")),
    "raise without words": raise_it(KeyError()),
    "raise past Exception": raise_it(KeyboardInterrupt("stopped")),
    "raise what does not say": raise_it(type("Deep", (BaseException,), {"__str__": Silent.__str__})()),
    "print everywhere": print_everywhere,
    "flood stdout": flood(1),
    "flood stderr": flood(2),
    "close its output": close_its_output,
    "close every descriptor": close_every_descriptor,
    "fork and return": fork_and_return,
    "leave a child": leave_a_child(lambda: True),
    "leave a child and hang": leave_a_child(sleep_for_ever),
    "leave a child and exit": leave_a_child(lambda: os._exit(0)),
    "leave a zombie": leave_a_zombie,
    "has children": has_children,
    "answer None": lambda _: None,
    "answer what JSON lacks": lambda _: {
        "bytes": b"\x00\xff",
        "nan": float("nan"),
        "infinite": float("-inf"),
        "date": datetime.datetime(2026, 1, 1),
        "decimal": decimal.Decimal("1.5"),
        "enum": Status.RUNNING,
        "set": {3, 1, 2},
        "numbered": {1: "one"},
        "object": object(),
    },
    "answer as json would": lambda _: {
        "tuple": (1, ("a",)),
        "word": Word.RUNNING,
        "text": "\ud800 \u2028 é 😀",
        "large": 2**53 + 2,
        "larger": 10**30,
        "yes": True,
        "none": None,
        "float": 1.0,
    },
    "answer itself": circle,
    "answer at the limit": lambda _: nested(800),
    "answer too deep": lambda _: nested(100000),
    "answer too much": lambda _: "x" * (33 * 1024 * 1024),
    "answer without end": shared,
    "answer a coroutine": lambda _: sleep_soon(),
    "change what it was given": change_what_it_was_given,
    "count calls": lambda _: len(CALLS),
    "process": lambda _: os.getpid(),
    "see a variable": lambda _: os.environ.get("CA_OF_TEST"),
    "see its proxies": lambda _: urllib.request.getproxies(),
}


async def sleep_soon():
    return {"success": True}
