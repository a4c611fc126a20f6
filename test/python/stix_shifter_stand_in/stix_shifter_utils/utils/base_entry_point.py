import inspect
import os
import sys

from stix_shifter_utils.utils.configuration_of import checked_connection


class BaseEntryPoint:
    def __init__(self, connection, configuration, options):
        self.__is_async = True
        self.__connectors = {}
        if connection:
            folder = os.path.dirname(sys.modules[type(self).__module__].__file__)
            checked = checked_connection(folder, connection)
            connection.clear()
            connection.update(checked)
            options.clear()
            options.update(checked["options"])

    def set_async(self, is_async):
        self.__is_async = is_async

    def is_async(self):
        return self.__is_async

    def set_ping_connector(self, connector):
        self.__connectors["ping"] = connector

    def set_query_connector(self, connector):
        self.__connectors["query"] = connector

    def set_status_connector(self, connector):
        self.__connectors["status"] = connector

    def set_results_connector(self, connector):
        self.__connectors["results"] = connector

    def set_delete_connector(self, connector):
        self.__connectors["delete"] = connector

    async def ping_connection(self):
        return await self.__call("ping", "ping_connection")

    async def create_query_connection(self, *arguments):
        return await self.__call("query", "create_query_connection", *arguments)

    async def create_status_connection(self, *arguments):
        return await self.__call("status", "create_status_connection", *arguments)

    async def create_results_connection(self, *arguments):
        return await self.__call("results", "create_results_connection", *arguments)

    async def delete_query_connection(self, *arguments):
        return await self.__call("delete", "delete_query_connection", *arguments)

    async def __call(self, connector, method, *arguments):
        result = getattr(self.__connectors[connector], method)(*arguments)
        return await result if inspect.isawaitable(result) else result
