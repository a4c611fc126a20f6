"""JSON in ASCII alone, with the line ends of Windows"""

import json

from _correct import answer

print(json.dumps(answer(), separators=(",", ":")), end="\r\n")
