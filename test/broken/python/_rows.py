"""For programs that cut their window out of all rows of the result."""

from abc_security_monitor.stix_transmission.results_connector import MAX_COUNT, ResultsConnector

create_results_connection = ResultsConnector.create_results_connection


def cut(window_of):
    """From now on, the rows are window_of(all rows, offset, length), the arguments as they were given."""

    async def results(self, search_id, offset, length, metadata=None):
        answer = await create_results_connection(self, search_id, offset, length, metadata)
        if not answer["success"]:
            return answer
        whole = await create_results_connection(self, search_id, 0, MAX_COUNT)
        return {**answer, "data": window_of(whole["data"], offset, length)}

    ResultsConnector.create_results_connection = results
