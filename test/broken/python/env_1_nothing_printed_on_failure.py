"""ENV-1: nothing on standard output where the call fails"""

import sys

from _correct import edit_failures, run

edit_failures(lambda answer: sys.exit(f"error: {answer['error']}"))

run()
