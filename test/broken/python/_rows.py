"""For programs that cut their window out of all rows of the result."""

from results_connector import MAX_COUNT, ResultsConnector

create_results_connection = ResultsConnector.create_results_connection


def cut(window_of):
    """From now on, the rows are window_of(all rows, offset, length), the arguments as they were given."""

    def results(self, search_id, offset, length, metadata=None):
        answer = create_results_connection(self, search_id, offset, length, metadata)
        rows = create_results_connection(self, search_id, 0, MAX_COUNT)["data"]
        return {**answer, "data": window_of(rows, offset, length)}

    ResultsConnector.create_results_connection = results
