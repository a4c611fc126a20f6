from .failure import Failure

# The API's codes, and the ErrorCode that callers know for each. What is not here is DEFAULT_ERROR.
ERROR_MAPPING = {
    # The search does not exist.
    1002: "no_results",
    # The requested search id is in use.
    1004: "unknown",
    # A parameter is not valid.
    1005: "invalid_parameter",
    # The server is temporarily unavailable or offline.
    1010: "service_unavailable",
    # An error occurred during the attempt.
    1020: "unknown",
    # The query cannot be parsed.
    2000: "invalid_query",
    401: "authentication_fail",
    403: "forbidden",
    429: "too_many_requests",
}

# What a proxy answers while nothing behind it does.
UNAVAILABLE_STATUSES = (502, 503, 504)


class ErrorMapper:
    DEFAULT_ERROR = "unknown"

    @staticmethod
    def set_error_code(json_data, return_obj, connector=None):
        """Sets the code of a failure envelope from json_data["code"].

        An integer is the API's and looked up; a string is an ErrorCode already.
        """
        code = json_data.get("code")
        default = code if isinstance(code, str) else ErrorMapper.DEFAULT_ERROR
        return_obj["code"] = ERROR_MAPPING.get(code, default)


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
        raise Failure(code, message)
    raise Failure("service_unavailable" if status in UNAVAILABLE_STATUSES else status, message)
