"""PAGE-1: the first rows, whatever the offset"""

from _correct import run
from _rows import cut

cut(lambda rows, offset, length: rows[: int(length)])

run()
