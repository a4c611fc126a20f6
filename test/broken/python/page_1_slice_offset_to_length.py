"""PAGE-1: rows [offset:length] of the result"""

from _correct import run
from _rows import cut

cut(lambda rows, offset, length: rows[int(offset) : int(length)])

run()
