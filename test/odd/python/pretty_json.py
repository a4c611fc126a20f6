"""JSON over many lines, with its keys sorted"""

import json

from _correct import answer

print(json.dumps(answer(), indent=4, sort_keys=True))
