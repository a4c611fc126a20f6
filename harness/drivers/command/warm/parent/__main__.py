"""The warm parent of a Python command: it has run the command's imports, and forks a process for each call.

It is started with the same interpreter, flags, variables and folder as the command. On descriptor 3 it is told what to
do and says what came of it; it reads nothing from what it forks. What it is told: a length in bytes, a line feed, and
so many bytes of fields with a NUL between them. What it says: a line each.

    call, learn  id, path of the socket for streams, secret, mark, script or module, its name, count of words before
                 it, those words, the words behind it. Says "forked <id> <pid>" or "refused <id> <why>", and later
                 "ended <id> <exit code or -> <signal or ->". With learn, the process writes the names of its modules
                 to a third stream.
    import       names of modules. Says "ready", or "unfit <why>".
"""

BLANK = dict(globals())

import os
import sys

STARTED_WITH = frozenset(sys.modules)
HERE = os.path.dirname(os.path.abspath(__file__))
PARTS = {}


def part(name):
    """A file of this folder. None is a module: a forked process would find it among those that are imported."""
    if name not in PARTS:
        path = os.path.join(HERE, name + ".py")
        PARTS[name] = one = type(sys)(name)
        one.__dict__.update(part=part, BLANK=BLANK, STARTED_WITH=STARTED_WITH, HERE=HERE)
        with open(path, "rb") as file:
            exec(compile(file.read(), path, "exec", dont_inherit=True), one.__dict__)
    return PARTS[name]


def hide():
    """What this folder alone has imported: a new process would not have it. What is imported again is the same."""
    for name in set(sys.modules) - STARTED_WITH:
        del sys.modules[name]
    for path in (HERE, os.path.abspath(__file__)):
        sys.path_importer_cache.pop(path, None)


if __name__ == "__main__":
    KIND, NAME = sys.argv[1:3]
    sys.argv[:] = ["-m" if KIND == "module" else NAME, *sys.argv[3:]]
    serving, become, ending = part("serving"), part("become"), part("ending")
    if not become.IS_SAFE_PATH:
        sys.path[0] = become.path_for(KIND, NAME)
    if not hasattr(os, "fork"):
        serving.say("unfit its Python has no fork")
        os._exit(0)
    parent = serving.Parent()
    hide()
    ending.run(*become.become(*parent.serve()))
