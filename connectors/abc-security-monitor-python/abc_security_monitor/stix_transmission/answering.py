import functools

from .error_mapper import ErrorMapper
from .failure import Failure
from .safe_text import safe_text
from .shifter import ErrorResponder

CONNECTOR = __name__.split(".")[-3]


def answering(method):
    """Makes a connector's method answer whatever happens: what it raises becomes a failure envelope."""

    @functools.wraps(method)
    async def answer(self, *values, **named):
        try:
            return await method(self, *values, **named)
        except Exception as error:
            return failure_envelope(error, self.api_client.auth)
        finally:
            # Nobody tells a connector that its last call has been made.
            self.api_client.close()

    return answer


def failure_envelope(error, auth):
    """The envelope of an exception, without the secrets of `auth`, the configuration's as it was given."""
    code = error.code if isinstance(error, Failure) else ErrorMapper.DEFAULT_ERROR
    message = safe_text(str(error), auth) or type(error).__name__
    response = {"code": code, "message": message}
    envelope = {}
    ErrorResponder.fill_error(envelope, response, ["message"], connector=CONNECTOR)
    # stix-shifter's ErrorResponder takes some words of a message for a code; the API's code knows better.
    ErrorMapper.set_error_code(response, envelope, CONNECTOR)
    return envelope
