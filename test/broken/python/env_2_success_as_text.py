"""ENV-2: `success` as the text 'True'"""

from _correct import edit_successes, run

edit_successes(lambda answer: {**answer, "success": str(answer["success"])})

run()
