"""ENV-3: `code` as the name of an enum member"""

import enum

from _correct import edit_failures, run

ErrorCode = enum.Enum("ErrorCode", {"TRANSMISSION_UNKNOWN": "unknown"})

edit_failures(lambda answer: {**answer, "code": str(ErrorCode.TRANSMISSION_UNKNOWN)})

run()
