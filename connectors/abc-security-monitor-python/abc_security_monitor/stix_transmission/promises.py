from .failure import Failure


def require_promised(holds, member):
    """Fails where an answer of the data source is not what its API promises."""
    if not holds:
        message = f"The data source answered what its API does not promise, in {member}"
        raise Failure("unknown", message)


def is_count(value):
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def is_text(value):
    return isinstance(value, str) and value != ""
