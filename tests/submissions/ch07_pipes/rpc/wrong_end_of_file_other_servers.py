# fails: real_processes: (under fork) the server closes the inherited end of its own pipe, but a second, forked server holds the
#        first one's: closing the first connection does not end the first server while the second lives
# kind: deadlock|hang|leak
from multiprocessing import Pipe, Process


class RemoteError(Exception):
    pass


def serve(pipe, other, functions):
    other.close()
    while True:
        try:
            request = pipe.recv()
        except EOFError:
            return
        name, args = request
        if name not in functions:
            pipe.send(("error", f"unknown name {name}"))
            continue
        try:
            answer = ("ok", functions[name](*args))
        except Exception as error:
            answer = ("error", f"{type(error).__name__}: {error}")
        pipe.send(answer)


def start_server(functions):
    ours, theirs = Pipe()
    process = Process(target=serve, args=(theirs, ours, functions))
    process.start()
    theirs.close()
    return process, ours


def call(connection, name, *args):
    connection.send((name, args))
    kind, value = connection.recv()
    if kind == "error":
        raise RemoteError(value)
    return value
