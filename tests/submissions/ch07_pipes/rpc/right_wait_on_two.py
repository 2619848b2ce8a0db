# right: a second pipe carries the stop; the server waits for whichever comes first
from multiprocessing import Pipe, Process
from multiprocessing.connection import wait


class RemoteError(Exception):
    pass


class Connection:
    def __init__(self, calls, stop):
        self.calls = calls
        self.stop = stop

    def close(self):
        if self.calls.closed:
            return
        self.stop.send("stop")
        self.stop.close()
        self.calls.close()


def serve(calls, stop, functions):
    while True:
        ready = wait([calls, stop])
        if stop in ready:
            return
        name, args = calls.recv()
        if name not in functions:
            calls.send((1, "AttributeError: " + name))
            continue
        try:
            calls.send((0, functions[name](*args)))
        except Exception as error:
            calls.send((1, "%s: %s" % (type(error).__name__, error)))


def start_server(functions):
    calls, served_calls = Pipe()
    served_stop, stop = Pipe(duplex=False)
    process = Process(target=serve, args=(served_calls, served_stop, functions))
    process.start()
    served_calls.close()
    served_stop.close()
    return process, Connection(calls, stop)


def call(connection, name, *args):
    connection.calls.send((name, args))
    failed, value = connection.calls.recv()
    if failed:
        raise RemoteError(value)
    return value
