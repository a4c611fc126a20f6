"""PAGE-6: metadata as the text of a Python object, which it cannot read when it comes back"""

from _correct import edit_successes, run

edit_successes(
    lambda answer: {**answer, "metadata": str(answer["metadata"])} if "metadata" in answer else answer
)

run()
