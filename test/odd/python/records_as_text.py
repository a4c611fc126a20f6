"""records as JSON text, inside of a Python literal"""

import json

from _correct import answer

value = answer()
if isinstance(value, dict) and "data" in value:
    value["data"] = json.dumps(value["data"])
print(value)
