# right: always the spawn context: no process inherits another's pipe, so closing the Connection itself ends the server
from multiprocessing import get_context

_context = get_context("spawn")


class RemoteError(Exception):
    def __init__(self, kind, message):
        super().__init__(f"{kind}: {message}")
        self.kind = kind
        self.message = message

    def __reduce__(self):
        return RemoteError, (self.kind, self.message)


def _requests(connection):
    try:
        while True:
            yield connection.recv()
    except EOFError:
        pass


def _server(connection, functions):
    with connection:
        for name, *args in _requests(connection):
            function = functions.get(name)
            if function is None:
                connection.send((None, ("LookupError", f"no function is called {name}")))
                continue
            try:
                value = function(*args)
            except Exception as error:
                connection.send((None, (type(error).__name__, str(error))))
            else:
                connection.send((value, None))


def start_server(functions):
    near, far = _context.Pipe()
    process = _context.Process(target=_server, args=(far, functions))
    process.start()
    far.close()
    return process, near


def call(connection, name, *args):
    connection.send([name, *args])
    value, error = connection.recv()
    if error is not None:
        raise RemoteError(*error)
    return value
