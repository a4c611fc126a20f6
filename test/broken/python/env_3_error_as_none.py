"""ENV-3 error: `error` None, as a logging call returns it"""

import logging

from _correct import edit_failures, run

edit_failures(lambda answer: {**answer, "error": logging.error(answer["error"])})

run()
