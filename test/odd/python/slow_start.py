"""a slow start, and a pause between the value and the end"""

import time

from _correct import answer

time.sleep(0.2)
print(answer(), flush=True)
time.sleep(0.1)
