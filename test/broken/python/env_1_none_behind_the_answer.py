"""ENV-1: the None that the main function returns printed behind the answer"""

import sys

from _correct import correct


def main():
    correct.main(sys.argv[1:])


print(main())
