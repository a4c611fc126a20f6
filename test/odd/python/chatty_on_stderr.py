"""a great deal on standard error, before and after the value"""

import sys

from _correct import answer

print("Traceback (most recent call last): none, this is a warning\n" * 3_000, file=sys.stderr)
print(answer(), flush=True)
print("{'success': False, 'error': 'on stderr', 'code': 'unknown'}", file=sys.stderr)
