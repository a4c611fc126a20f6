from .failure import Failure


def require_text(value, name):
    if not isinstance(value, str) or value == "":
        raise Failure("invalid_parameter", f"{name} must be a string that is not empty")
    return value


def require_search_id(value):
    """The id itself: the query, which the data source judges when it runs it."""
    return require_text(value, "search_id")
