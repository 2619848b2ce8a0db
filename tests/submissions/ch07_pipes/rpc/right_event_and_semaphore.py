# right: the server blocks on a semaphore; whether a call or the end has come it sees by an Event
from multiprocessing import Event, Pipe, Process, Semaphore


class RemoteError(Exception):
    pass


class Link:
    def __init__(self, pipe, bell, over):
        self.pipe, self.bell, self.over = pipe, bell, over

    def close(self):
        self.over.set()
        self.bell.release()
        self.pipe.close()


def serve(pipe, bell, over, functions):
    while bell.acquire():
        if over.is_set():
            break
        name, args = pipe.recv()
        try:
            functions[name]
        except KeyError as error:
            pipe.send(("error", f"KeyError: {error}"))
        else:
            try:
                pipe.send(("value", functions[name](*args)))
            except Exception as error:
                pipe.send(("error", f"{type(error).__name__}: {error}"))


def start_server(functions):
    here, there = Pipe()
    bell, over = Semaphore(0), Event()
    process = Process(target=serve, args=(there, bell, over, functions))
    process.start()
    there.close()
    return process, Link(here, bell, over)


def call(connection, name, *args):
    connection.bell.release()
    connection.pipe.send((name, args))
    kind, value = connection.pipe.recv()
    if kind == "error":
        raise RemoteError(value)
    return value
