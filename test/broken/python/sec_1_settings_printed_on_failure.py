"""SEC-1: the settings, password and all, on standard error where a call fails"""

import sys

from _correct import edit_failures, run


def report(answer):
    print(f"failed with {sys.argv[4]}", file=sys.stderr)
    return answer


edit_failures(report)

run()
