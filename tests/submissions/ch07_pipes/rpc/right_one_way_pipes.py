# right: a one-way pipe for each direction; a request with an empty tuple is the end; close() waits for the server's end too
from multiprocessing import Pipe, Process


class RemoteError(Exception):
    pass


class _Handle:
    def __init__(self, to_server, from_server, process):
        self.to_server, self.from_server, self.process = to_server, from_server, process

    def close(self):
        if self.process is not None:
            self.to_server.send(())
            self.process.join()
            self.process = None
            self.to_server.close()
            self.from_server.close()


def _serve(requests, replies, functions):
    while request := requests.recv():
        name, args = request[0], request[1:]
        known = name in functions
        try:
            if known:
                reply = [functions[name](*args)]
            else:
                reply = [None, repr(name) + " is not known"]
        except Exception as error:
            reply = [None, f"{type(error).__name__}: {error}"]
        replies.send(reply)


def start_server(functions):
    requests, to_server = Pipe(False)
    from_server, replies = Pipe(False)
    process = Process(target=_serve, args=(requests, replies, functions))
    process.start()
    requests.close()
    replies.close()
    return process, _Handle(to_server, from_server, process)


def call(connection, name, *args):
    connection.to_server.send((name,) + args)
    reply = connection.from_server.recv()
    if len(reply) == 2:
        raise RemoteError(reply[1])
    return reply[0]
