# fails: errors: an exception with two arguments and one text pickles but cannot be rebuilt: the caller's recv raises TypeError
# kind: exception|wrong_result
import pickle
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
            pipe.send(("error", f"unknown name {name}"))
            continue
        try:
            answer = ("ok", functions[name](*args))
        except Exception as error:
            try:
                pickle.dumps(error)
                answer = ("error", error)
            except Exception:
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
        raise RemoteError(f"{type(value).__name__}: {value}" if isinstance(value, Exception) else value)
    return value
