# mypy: ignore-errors
# Written by node scripts/write-schemas.ts, from harness/drivers/stix-shifter.
"""What a connector's answer is on its way to the harness: JSON where it is JSON, else marked as what it is.

Of limits and marks, answered.ts and python-value.ts know the other side.
"""

import base64
import math
import re
import sys

LARGEST = 32 * 1024 * 1024  # in characters of JSON
DEEPEST = 900  # in levels
LONGEST_TEXT = 2000  # of what is said of an object
MOST_BITS = 8192  # Python itself refuses to write much longer integers in decimal
DEEP_STACK = 20000  # in frames; some three stand for a level


class TooDeep(Exception):
    """A value nested beyond what every reader of JSON takes."""


def deeply(function, argument):
    """Calls with room for what is nested as deep as is allowed."""
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(max(limit, DEEP_STACK))
    try:
        return function(argument)
    finally:
        sys.setrecursionlimit(limit)


def reply_with(value):
    measure = Measure()
    try:
        characters = measure.size_of(value, 0)
        if characters > LARGEST:
            return {"kind": "too-large", "characters": characters}
        if measure.is_plain:
            return {"kind": "answered", "value": value}
        return {"kind": "answered-oddly", "value": encoded(value, [])}
    except (TooDeep, RecursionError):
        return {"kind": "too-deep"}


class Measure:
    """How long a value is as JSON, each part counted as often as it is there, and whether it is JSON."""

    def __init__(self):
        self.is_plain = True
        self.known = {}

    def size_of(self, value, depth):
        if isinstance(value, str):
            return str.__len__(value) + 2
        if value is None or isinstance(value, (bool, int, float)):
            self.is_plain = self.is_plain and is_json_number(value)
            return 8
        if not isinstance(value, (dict, list, tuple)):
            self.is_plain = False
            return len(value) if isinstance(value, (bytes, bytearray)) else 8
        if id(value) not in self.known:
            if depth >= DEEPEST:
                raise TooDeep()
            self.known[id(value)] = None  # under way
            self.known[id(value)] = self.size_of_parts(value, depth + 1)
        size = self.known[id(value)]
        self.is_plain = self.is_plain and size is not None
        return size or 0

    def size_of_parts(self, value, depth):
        if not isinstance(value, dict):
            return 2 + sum(self.size_of(part, depth) + 1 for part in items_of(value))
        size = 2
        for key, part in dict.items(value):
            self.is_plain = self.is_plain and isinstance(key, str)
            size += self.size_of(key, depth) + self.size_of(part, depth) + 2
        return size


def items_of(value):
    """Without what a class of the connector's may have made of it."""
    return list.__iter__(value) if isinstance(value, list) else tuple.__iter__(value)


def is_json_number(value):
    if isinstance(value, float):
        return math.isfinite(value)
    return value is None or value.bit_length() <= MOST_BITS


def encoded(value, around):
    """What JSON cannot hold, with the name of what it is; python-value.ts reads it."""
    is_scalar = value is None or isinstance(value, (bool, int, float))
    if isinstance(value, str) or is_scalar and is_json_number(value):
        return value
    if isinstance(value, float):
        return {"float": repr(float(value))}
    if isinstance(value, (bytes, bytearray)):
        return {"bytes": base64.b64encode(value).decode()}
    if any(value is outer for outer in around):
        return {"circular": True}
    inside = around + [value]
    if isinstance(value, dict):
        pairs = [[encoded(key, inside), encoded(part, inside)] for key, part in dict.items(value)]
        return {"dict": pairs}
    if isinstance(value, (list, tuple)):
        return {"list": [encoded(part, inside) for part in items_of(value)]}
    return {"object": type_name(value), "text": shown(value)}


def type_name(value):
    kind = type(value)
    if kind.__module__ == "builtins":
        return kind.__name__
    return "%s.%s" % (kind.__module__, kind.__name__)


def shown(value):
    """Without addresses, which differ from run to run."""
    try:
        items = sorted(map(repr, value)) if isinstance(value, (set, frozenset)) else None
        text = repr(value) if items is None else "{%s}" % ", ".join(items)
    except BaseException:
        text = ""
    return re.sub(r" at 0x[0-9a-fA-F]+", "", text)[:LONGEST_TEXT]
