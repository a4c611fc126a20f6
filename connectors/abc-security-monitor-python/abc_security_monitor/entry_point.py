from stix_shifter_utils.utils.base_entry_point import BaseEntryPoint

from .stix_transmission.api_client import APIClient
from .stix_transmission.delete_connector import DeleteConnector
from .stix_transmission.ping_connector import PingConnector
from .stix_transmission.query_connector import QueryConnector
from .stix_transmission.results_connector import ResultsConnector
from .stix_transmission.status_connector import StatusConnector


class EntryPoint(BaseEntryPoint):
    """The door through which stix-shifter comes in. It transmits; it has no dialect to translate."""

    def __init__(self, connection={}, configuration={}, options={}):
        super().__init__(connection, configuration, options)
        self.set_async(True)
        if connection:
            api_client = APIClient(connection, configuration)
            self.set_ping_connector(PingConnector(api_client))
            self.set_query_connector(QueryConnector(api_client))
            self.set_status_connector(StatusConnector(api_client))
            self.set_results_connector(ResultsConnector(api_client))
            self.set_delete_connector(DeleteConnector(api_client))
