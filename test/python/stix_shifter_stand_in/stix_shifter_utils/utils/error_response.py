import importlib
import traceback


class ErrorResponder:
    @staticmethod
    def fill_error(return_object, message_struct=None, message_path=None, connector=None):
        """The message lies at `message_path`; the code is found by the error mapper beside the caller."""
        message = message_struct
        for member in message_path or ():
            message = message[member]
        return_object["success"] = False
        return_object["connector"] = connector
        return_object["error"] = "%s connector error => %s" % (connector, message)
        folders = traceback.extract_stack()[-2].filename.split("/")[-3:-1]
        name = "stix_shifter_modules.%s.%s.error_mapper" % tuple(folders)
        mapper = importlib.import_module(name).ErrorMapper
        mapper.set_error_code(message_struct, return_object, connector)
