"""LIFE-8: no rows, and success, while the search still runs"""

from _correct import edit_failures, run


def no_rows(answer):
    is_running = "still in progress" in answer["error"]
    return {"success": True, "data": []} if is_running else answer


edit_failures(no_rows)

run()
