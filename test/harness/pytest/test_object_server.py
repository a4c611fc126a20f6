"""A connector in pytest's own process, called over the socket that the harness gets."""

import asyncio
import json
import os
import socket
import sys
import threading
import time

import pytest
from connector_contract.object_server import ObjectServer


class Harness:
    """What says `call` and `give-up`, in place of the run: it has ended when `child` has."""

    def __init__(self, path, talk):
        self.child = self
        self.ended = threading.Event()
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.connect(path)
        self.file = self.socket.makefile("rw")
        threading.Thread(target=self.run, args=(talk,), daemon=True).start()

    def run(self, talk):
        try:
            talk(self)
        finally:
            self.ended.set()

    def wait(self):
        self.ended.wait()
        return 0

    def say(self, **message):
        self.file.write(json.dumps(message) + "\n")
        self.file.flush()

    def hear(self):
        return json.loads(self.file.readline())

    def call(self, method="ping", *arguments, sequence=1, environment={}):
        settings = {"connection": {"host": "h"}, "configuration": {}, "environment": environment}
        words = {"sequence": sequence, "method": method, "arguments": arguments}
        self.say(kind="call", **words, **settings)
        begun = self.hear()
        assert begun == {"kind": "begun", "sequence": sequence}, begun


def replies(connector, *calls, **options):
    """What calls come to, which are made in one run."""
    heard = []

    def talk(harness):
        for sequence, call in enumerate(calls, 1):
            harness.call(*call, sequence=sequence, **options)
            heard.append(harness.hear())

    with ObjectServer(connector, "it", False) as server:
        assert server.serve(Harness(server.words[4], talk)) == 0
    return heard


def value_of(connector, *call, **options):
    [reply] = replies(connector, call, **options)
    assert (reply["kind"], reply["leftover"]) == ("answered", False)
    return reply["value"]


class Factory:
    def __init__(self, connection, configuration):
        self.host = connection["host"]

    def ping(self):
        return {"success": True, "host": self.host}

    async def create_results_connection(self, search_id, offset, length, metadata=None):
        await asyncio.sleep(0)
        return [search_id, offset, length, metadata]


def test_a_class_is_made_anew_for_each_call():
    assert value_of(Factory, "ping") == {"success": True, "host": "h"}


def test_coroutines_and_the_names_of_an_entry_point_are_known():
    assert value_of(Factory, "results", "a", 0, 2) == ["a", 0, 2, None]


def test_functions_of_an_object_are_given_the_connection():
    class Functions:
        @staticmethod
        def query(connection, configuration, text):
            return [connection["host"], configuration, text]

    assert value_of(Functions(), "query", "all") == ["h", {}, "all"]


def test_variables_are_there_for_the_call_alone(monkeypatch):
    monkeypatch.delenv("CA", raising=False)
    read = {"ping": staticmethod(lambda *_: os.environ["CA"])}
    assert value_of(type("Read", (), read)(), "ping", environment={"CA": "x"}) == "x"
    assert "CA" not in os.environ


def test_what_is_thrown_says_where():
    [missing, thrown] = replies(Factory, ("delete", "a"), ("results",))
    assert missing["message"].startswith("AttributeError: Factory has no method delete or ")
    assert thrown["message"].startswith("TypeError: ")
    assert "calling.py" not in thrown["trace"]


def test_what_json_does_not_have_is_marked_and_an_exit_is_no_end():
    connector = lambda *_: type("It", (), {"ping": lambda _: {1, 2}, "status": lambda *_: sys.exit(3)})()
    [odd, left] = replies(connector, ("ping",), ("status", "a"))
    assert odd["value"] == {"object": "set", "text": "{1, 2}"}
    assert (left["kind"], left["exitCode"]) == ("exited", 3)


def test_a_call_that_is_given_up_lets_go():
    def ping(connection, configuration):
        time.sleep(600)

    def talk(harness):
        harness.call(sequence=1)
        harness.say(kind="give-up", sequence=1)
        harness.call("is_async", sequence=2)
        heard.append(harness.hear()["value"])
        harness.call(sequence=3)  # and the run ends meanwhile

    heard = []
    functions = {"ping": staticmethod(ping), "is_async": staticmethod(lambda *_: True)}
    with ObjectServer(type("Hangs", (), functions)(), "it", False) as server:
        assert server.serve(Harness(server.words[4], talk)) == 0
    assert heard == [True]


def test_whoever_interrupts_is_heard():
    def ping(connection, configuration):
        raise KeyboardInterrupt

    def talk(harness):
        harness.call()
        harness.file.readline()  # no reply comes

    with ObjectServer(type("It", (), {"ping": staticmethod(ping)})(), "it", False) as server:
        with pytest.raises(KeyboardInterrupt):
            server.serve(Harness(server.words[4], talk))
