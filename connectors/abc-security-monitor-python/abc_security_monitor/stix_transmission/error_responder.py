from .error_mapper import ErrorMapper


class ErrorResponder:
    """Fills failure envelopes where there is no stix-shifter; within a checkout its own class does."""

    @staticmethod
    def fill_error(return_object, message_struct, message_path, connector=None):
        """`message_path` leads to the message in `message_struct`, which holds the code too."""
        message = message_struct
        for member in message_path:
            message = message[member]
        return_object["success"] = False
        return_object["error"] = message
        ErrorMapper.set_error_code(message_struct, return_object, connector)
