"""a log line behind the value, with no value in it"""

from _correct import answer

print(answer())
print("INFO - finished, closing the connection")
