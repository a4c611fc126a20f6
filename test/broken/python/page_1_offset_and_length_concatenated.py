"""PAGE-1: offset and length, both text on a command line, added up as text"""

from _correct import run
from _rows import cut

cut(lambda rows, offset, length: rows[int(offset) : int(offset + length)])

run()
