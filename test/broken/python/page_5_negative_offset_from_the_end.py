"""PAGE-5: a negative offset counted from the end, as Python's slices do"""

from _correct import run
from abc_security_monitor.stix_transmission.results_connector import MAX_COUNT, ResultsConnector

create_results_connection = ResultsConnector.create_results_connection


async def results(self, search_id, offset, length, metadata=None):
    if not offset.startswith("-"):
        return await create_results_connection(self, search_id, offset, length, metadata)
    whole = await create_results_connection(self, search_id, 0, MAX_COUNT)
    return {"success": True, "data": whole["data"][int(offset) :][: int(length)]}


ResultsConnector.create_results_connection = results

run()
