"""rows in a Python tuple"""

from _correct import answer

value = answer()
if isinstance(value, dict) and "data" in value:
    value["data"] = tuple(value["data"])
print(value)
