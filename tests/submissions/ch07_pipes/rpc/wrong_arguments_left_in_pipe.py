# fails: errors: name and arguments are two messages; for an unknown name the second is never read and the next call takes it for
# its name
# kind: exception|wrong_result|deadlock|hang
from multiprocessing import Pipe, Process


class RemoteError(Exception):
    pass


class Client:
    def __init__(self, pipe):
        self.pipe = pipe

    def close(self):
        if not self.pipe.closed:
            self.pipe.send(None)
            self.pipe.close()


def serve(pipe, functions):
    while True:
        request = pipe.recv()
        if request is None:
            return
        (name,) = request
        if name not in functions:
            pipe.send(("error", f"unknown name {name}"))
            continue
        args = pipe.recv()
        try:
            answer = ("ok", functions[name](*args))
        except Exception as error:
            answer = ("error", f"{type(error).__name__}: {error}")
        pipe.send(answer)


def start_server(functions):
    ours, theirs = Pipe()
    process = Process(target=serve, args=(theirs, functions))
    process.start()
    theirs.close()
    return process, Client(ours)


def call(connection, name, *args):
    connection.pipe.send((name,))
    connection.pipe.send(args)
    kind, value = connection.pipe.recv()
    if kind == "error":
        raise RemoteError(value)
    return value
