"""a failing exit code with every failure that it prints"""

import sys

from _correct import answer

value = answer()
print(value)
sys.exit(0 if value is True or value["success"] else 1)
