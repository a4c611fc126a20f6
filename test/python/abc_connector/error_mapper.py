from failure import Failure

# The API's codes and the ErrorCodes that callers know. Codes that are not here are `unknown`.
ERROR_MAPPING = {
    1002: "no_results",
    1004: "unknown",
    1005: "invalid_parameter",
    1010: "service_unavailable",
    1020: "unknown",
    2000: "invalid_query",
    401: "authentication_fail",
    403: "forbidden",
    429: "too_many_requests",
}

# What a proxy answers while nothing behind it does.
UNAVAILABLE_STATUSES = (502, 503, 504)


def raise_failure_in(status, body):
    """Raises the failure that an answer tells. Success is a status of 2xx and code 200 in the body."""
    code = body.get("code") if isinstance(body, dict) else None
    has_code = type(code) is int
    if has_code and code == 200 and 200 <= status < 300:
        return
    message = body.get("message") if isinstance(body, dict) else None
    if not isinstance(message, str) or message == "":
        message = f"The data source answered HTTP {status} without a body that its API promises"
    if has_code and code != 200:
        raise Failure(ERROR_MAPPING.get(code, "unknown"), message)
    if status in UNAVAILABLE_STATUSES:
        raise Failure("service_unavailable", message)
    raise Failure(ERROR_MAPPING.get(status, "unknown"), message)
