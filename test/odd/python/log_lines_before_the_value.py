"""log lines before the value, with brackets, quotes and values of their own"""

from _correct import answer

print("2026-01-01 12:00:00,123 - connector - INFO - {'started': True")
print('[main] {"success": false, "error": "not the answer", "code": "unknown"}')
value = answer()
print("done in 0.25 s (1 of [1])")
print()
print(value)
