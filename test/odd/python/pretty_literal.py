"""a Python literal over many lines, as pprint writes it"""

import pprint

from _correct import answer

pprint.pprint(answer(), width=40, sort_dicts=False)
