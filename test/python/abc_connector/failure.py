class Failure(Exception):
    """Why a method fails; main.py tells it to the caller as a failure envelope."""

    def __init__(self, code, message):
        super().__init__(message)
        self.code = code
