"""MODE-1: `is_async` as the text 'true'"""

from _correct import edit_answers, run

edit_answers(lambda answer: "true" if answer is True else answer)

run()
