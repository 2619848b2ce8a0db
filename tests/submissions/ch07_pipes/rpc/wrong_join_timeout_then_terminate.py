# fails: closing: the server is slow to end, close()'s join(1) expires and the server is terminated: exit code -15, not 0
# kind: wrong_result
from multiprocessing import Pipe, Process


class RemoteError(Exception):
    pass


class Client:
    def __init__(self, pipe, process):
        self.pipe, self.process = pipe, process

    def close(self):
        if not self.pipe.closed:
            self.pipe.send(None)
            self.pipe.close()
            self.process.join(1)
            if self.process.is_alive():
                self.process.terminate()


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
            answer = ("error", f"{type(error).__name__}: {error}")
        pipe.send(answer)


def start_server(functions):
    ours, theirs = Pipe()
    process = Process(target=serve, args=(theirs, functions))
    process.start()
    theirs.close()
    return process, Client(ours, process)


def call(connection, name, *args):
    connection.pipe.send((name, args))
    kind, value = connection.pipe.recv()
    if kind == "error":
        raise RemoteError(value)
    return value
