"""How a process ends: in the order of the interpreter's own, which would also take all modules apart. That takes longer
than most calls, since every page of memory that the parent shares is copied for it.
"""

import _signal
import gc
import os
import sys


def run(main, kind, name, code, learned):
    status = 0
    try:
        try:
            if kind == "module":
                import runpy

                runpy._run_module_as_main(name)
            else:
                exec(code, main.__dict__)
        finally:
            if learned is not None:
                tell_modules(learned)
    except SystemExit as error:
        status = status_of(error)
    except BaseException as error:
        status = show(error)
    status = shut_down(status)
    if status == "interrupted":
        _signal.signal(_signal.SIGINT, _signal.SIG_DFL)
        os.kill(os.getpid(), _signal.SIGINT)
    os._exit(status & 0xFF)


def tell_modules(stream):
    names = [name for name in list(sys.modules) if isinstance(name, str)]
    text = "\n".join(name for name in names if name not in STARTED_WITH)
    stream.sendall(text.encode("utf-8", "replace") + b"\n\n")
    stream.close()


def status_of(error):
    if error.code is None:
        return 0
    if isinstance(error.code, int):
        return int(error.code)
    flush()
    if sys.stderr is not None:
        print(error.code, file=sys.stderr)
    return 1


def show(error):
    trace = error.__traceback__
    while trace is not None and trace.tb_frame.f_code.co_filename.startswith(HERE + os.sep):
        trace = trace.tb_next
    error.__traceback__ = trace
    sys.last_type, sys.last_value, sys.last_traceback = type(error), error, trace
    try:
        sys.excepthook(type(error), error, trace)
    except SystemExit as other:
        return status_of(other)
    except BaseException:
        return 1
    return "interrupted" if isinstance(error, KeyboardInterrupt) else 1


def shut_down(status):
    threading = sys.modules.get("threading")
    if threading is not None:
        try:
            threading._shutdown()
        except BaseException as error:
            show(error)
    import atexit

    atexit._run_exitfuncs()
    if not flush():
        status = 120
    scope = sys.modules["__main__"].__dict__
    for name in [name for name in scope if name != "__builtins__"]:
        scope[name] = None
    gc.collect()
    flush_files()
    flush()
    return status


def flush():
    is_done = True
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None and not stream.closed:
                stream.flush()
        except Exception:
            is_done = is_done and stream is not sys.stdout
    return is_done


def flush_files():
    """Files that the call has opened and left open. Those of the parent are frozen, and not among them."""
    import io

    for each in gc.get_objects():
        if isinstance(each, (io.TextIOWrapper, io.BufferedWriter)):
            try:
                each.flush()
            except Exception:
                pass
