"""PAGE-5: a negative offset counted from the end, as Python's slices do"""

from _correct import run
from results_connector import MAX_COUNT, ResultsConnector

create_results_connection = ResultsConnector.create_results_connection


def results(self, search_id, offset, length, metadata=None):
    if not offset.startswith("-"):
        return create_results_connection(self, search_id, offset, length, metadata)
    rows = create_results_connection(self, search_id, 0, MAX_COUNT)["data"]
    return {"success": True, "data": rows[int(offset) :][: int(length)]}


ResultsConnector.create_results_connection = results

run()
