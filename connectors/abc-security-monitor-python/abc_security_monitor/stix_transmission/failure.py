class Failure(Exception):
    """Why a method fails.

    `code` is what the error mapper looks up: the API's own code or an HTTP status, both integers, or one
    of the codes that stix-shifter's callers know, a string, where no answer of the API is behind it.
    """

    def __init__(self, code, message):
        super().__init__(message)
        self.code = code
