"""ENV-4: the type of an exception as `error`, without its message"""

from _correct import edit_failures, run

edit_failures(lambda answer: {**answer, "error": "<class 'Failure'>"})

run()
