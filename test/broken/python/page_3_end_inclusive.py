"""PAGE-3: the row at the end of the window given too"""

from _correct import run
from _rows import cut

cut(lambda rows, offset, length: rows[int(offset) : int(offset) + int(length) + 1])

run()
