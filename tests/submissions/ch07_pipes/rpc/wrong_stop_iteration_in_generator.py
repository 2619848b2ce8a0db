# fails: errors: the server is a generator of answers: a function that raises StopIteration makes it a RuntimeError, so the text
# lacks StopIteration and the server ends
# kind: exception|deadlock|hang|wrong_result
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


def answers(pipe, functions):
    while (request := pipe.recv()) is not None:
        name, args = request
        if name not in functions:
            yield "error", f"unknown name {name}"
            continue
        try:
            yield "ok", functions[name](*args)
        except StopIteration:
            raise
        except Exception as error:
            yield "error", f"{type(error).__name__}: {error}"


def serve(pipe, functions):
    for answer in answers(pipe, functions):
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
