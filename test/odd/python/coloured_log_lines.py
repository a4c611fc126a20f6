"""coloured log lines before the value, and no newline behind it"""

from _correct import answer

print("\x1b[1;32mINFO\x1b[0m \x1b[2mconnecting [1/2]\x1b[0m", flush=True)
print("\x1b[31m{\x1b[0m", flush=True)
print(answer(), end="")
