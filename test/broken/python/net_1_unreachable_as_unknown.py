"""NET-1: unknown for a data source that cannot be reached"""

from _correct import edit_failures, run


def unknown(answer):
    return {**answer, "code": "unknown"} if "reached" in answer["error"] else answer


edit_failures(unknown)

run()
