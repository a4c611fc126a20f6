"""What the connectors take from stix-shifter: its own within a checkout, and ours where there is none."""

import importlib.util

if importlib.util.find_spec("stix_shifter_utils"):
    from stix_shifter_utils.modules.base.stix_transmission.base_delete_connector import (
        BaseDeleteConnector,
    )
    from stix_shifter_utils.modules.base.stix_transmission.base_json_results_connector import (
        BaseJsonResultsConnector,
    )
    from stix_shifter_utils.modules.base.stix_transmission.base_ping_connector import (
        BasePingConnector,
    )
    from stix_shifter_utils.modules.base.stix_transmission.base_query_connector import (
        BaseQueryConnector,
    )
    from stix_shifter_utils.modules.base.stix_transmission.base_status_connector import (
        BaseStatusConnector,
    )
    from stix_shifter_utils.utils.error_response import ErrorResponder
else:
    from .error_responder import ErrorResponder

    BaseDeleteConnector = object
    BaseJsonResultsConnector = object
    BasePingConnector = object
    BaseQueryConnector = object
    BaseStatusConnector = object

__all__ = [
    "BaseDeleteConnector",
    "BaseJsonResultsConnector",
    "BasePingConnector",
    "BaseQueryConnector",
    "BaseStatusConnector",
    "ErrorResponder",
]
