// A command that answers every method with the value that is_async asks for.
process.stdout.write('true\n')
