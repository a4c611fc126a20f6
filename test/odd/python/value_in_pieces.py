"""the value written in many small pieces"""

import sys

from _correct import answer

for character in str(answer()):
    sys.stdout.write(character)
    sys.stdout.flush()
