"""ENV-1: an enum member in the printed answer, which is no literal"""

import enum

from _correct import edit_failures, run

ErrorCode = enum.Enum("ErrorCode", {"TRANSMISSION_UNKNOWN": "unknown"})

edit_failures(lambda answer: {**answer, "code": ErrorCode.TRANSMISSION_UNKNOWN})

run()
