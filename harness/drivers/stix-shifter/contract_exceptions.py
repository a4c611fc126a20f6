"""What is said of an exception that a connector has let out."""

import os
import traceback

LONGEST_TEXT = 2000
HERE = os.path.dirname(os.path.abspath(__file__))


def exit_code(code):
    if code is None:
        return 0
    return code & 0xFF if isinstance(code, int) else 1


def said_by(error):
    """The exception on one line, without its stack."""
    try:
        text = str(error)
    except BaseException:
        text = ""
    name = type(error).__name__
    return ("%s: %s" % (name, text) if text else name)[:LONGEST_TEXT]


def trace_of(error):
    """Where it was raised outside of this folder, a frame a line and the innermost last; without its message."""
    try:
        frames = traceback.extract_tb(error.__traceback__)
        return "\n".join(
            "%s:%s in %s" % (frame[0], frame[1], frame[2])
            for frame in frames
            if os.path.dirname(os.path.abspath(frame[0])) != HERE
        )[-LONGEST_TEXT:]
    except BaseException:
        return ""
