# right: a plain Connection: the end of file ends the server; every server closes at once all the callers' ends it inherited
import threading
import weakref
from multiprocessing import Pipe, Process


class RemoteError(Exception):
    pass


_callers_ends = weakref.WeakSet()
_starting = threading.Lock()


def _loop(connection, functions):
    global _starting
    _starting = threading.Lock()
    for other in list(_callers_ends):
        other.close()
    while True:
        try:
            name, args = connection.recv()
        except EOFError:
            return
        if name in functions:
            try:
                reply = ("ok", functions[name](*args))
            except Exception as error:
                reply = ("failed", f"{type(error).__name__}({error})")
        else:
            reply = ("failed", f"no function {name!r}")
        connection.send(reply)


def start_server(functions):
    with _starting:
        ours, theirs = Pipe()
        _callers_ends.add(ours)
        process = Process(target=_loop, args=(theirs, functions))
        process.start()
        theirs.close()
    return process, ours


def call(connection, name, *args):
    connection.send((name, args))
    state, value = connection.recv()
    if state == "failed":
        raise RemoteError(value)
    return value
