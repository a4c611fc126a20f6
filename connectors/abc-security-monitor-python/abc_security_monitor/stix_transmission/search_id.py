from .failure import Failure

MAX_LENGTH = 256


def require_text(value, name):
    if not isinstance(value, str) or value == "":
        raise Failure("invalid_parameter", f"{name} must be a string that is not empty")
    return value


def require_search_id(value):
    """The id itself, where the data source could have given it.

    `.` and `..` would leave the path of the search, and half a surrogate pair has no UTF-8 form. The data
    source gives no such id, nor one that is longer than the API says, so that no search has it.
    """
    search_id = require_text(value, "search_id")
    too_long = len(search_id.encode("utf-16-le", "surrogatepass")) // 2 > MAX_LENGTH
    if search_id in (".", "..") or too_long or any("\ud800" <= c <= "\udfff" for c in search_id):
        raise Failure("no_results", "A search with such an id does not exist")
    return search_id
