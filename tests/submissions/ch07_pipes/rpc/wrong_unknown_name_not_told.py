# fails: errors: the text for an unknown name does not hold the name
# kind: wrong_result
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
        name, args = request
        if name not in functions:
            pipe.send(("error", "LookupError: there is no such function"))
            continue
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
    connection.pipe.send((name, args))
    kind, value = connection.pipe.recv()
    if kind == "error":
        raise RemoteError(value)
    return value
