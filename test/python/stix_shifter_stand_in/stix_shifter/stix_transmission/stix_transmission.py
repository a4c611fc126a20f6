"""Calls a module's entry point as stix-shifter does: nothing is raised, and empty metadata is left out."""

import asyncio
import importlib
import logging

LOGGER = logging.getLogger(__name__)


class StixTransmission:
    def __init__(self, module, connection, configuration):
        self.connector = module.split(":")[0]
        self.init_error = None
        try:
            name = "stix_shifter_modules.%s.entry_point" % self.connector
            entry_point = importlib.import_module(name).EntryPoint
            options = connection.get("options", {})
            self.entry_point = entry_point(connection, configuration, options)
        except Exception as error:
            self.init_error = error

    def is_async(self):
        try:
            self._require_entry_point()
            return self.entry_point.is_async()
        except Exception as error:
            return self._failure(error)

    def ping(self):
        return self._run("ping_connection")

    def query(self, query):
        return self._run("create_query_connection", query)

    def status(self, search_id, metadata=None):
        return self._run("create_status_connection", search_id, *given(metadata))

    def results(self, search_id, offset, length, metadata=None):
        return self._run("create_results_connection", search_id, offset, length, *given(metadata))

    def delete(self, search_id):
        return self._run("delete_query_connection", search_id)

    def _run(self, name, *arguments):
        try:
            self._require_entry_point()
            return LOOP.run_until_complete(getattr(self.entry_point, name)(*arguments))
        except Exception as error:
            return self._failure(error)

    def _require_entry_point(self):
        if self.init_error is not None:
            raise self.init_error

    def _failure(self, error):
        LOGGER.error("%s connector error occurred: %s", self.connector, error)
        failure = {"success": False, "connector": self.connector}
        if str(error) != "":
            failure["error"] = "%s connector error => %s" % (self.connector, error)
        return dict(failure, code="unknown")


LOOP = asyncio.new_event_loop()


def given(metadata):
    return (metadata,) if metadata else ()
