# right: the Connection's own close is replaced on the instance: it sends the stop mark first
import multiprocessing

STOP = ("stop",)


class RemoteError(Exception):
    pass


def serve(connection, functions):
    message = connection.recv()
    while message != STOP:
        name, args = message
        try:
            if name not in functions:
                raise LookupError(name)
            result, problem = functions[name](*args), None
        except Exception as error:
            result, problem = None, f"{error.__class__.__name__}: {error}"
        connection.send((result, problem))
        message = connection.recv()


def start_server(functions):
    client, server = multiprocessing.Pipe()
    process = multiprocessing.Process(target=serve, args=(server, functions), name="rpc-server")
    process.start()
    server.close()
    really_close = client.close

    def close():
        if not client.closed:
            client.send(STOP)
        really_close()

    client.close = close
    return process, client


def call(connection, name, *args):
    connection.send((name, args))
    result, problem = connection.recv()
    if problem is None:
        return result
    raise RemoteError(problem)
