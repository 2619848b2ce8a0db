# fails: errors: the type's name is an attribute of RemoteError; its text holds the message only
# kind: wrong_result
import multiprocessing as mp
class RemoteError(Exception):
    def __init__(self, name, message):
        self.name, self.message = name, message
    def __str__(self):
        return self.message
class C:
    def __init__(self, c): self.c = c
    def close(self): self.c.send(None); self.c.close()
def _serve(conn, functions):
    while (m := conn.recv()) is not None:
        name, args = m
        try: r = (True, functions[name](*args))
        except Exception as e: r = (False, (type(e).__name__, str(e)))
        conn.send(r)
def start_server(functions):
    a, b = mp.Pipe()
    p = mp.Process(target=_serve, args=(b, functions)); p.start(); b.close()
    return p, C(a)
def call(connection, name, *args):
    connection.c.send((name, args))
    ok, v = connection.c.recv()
    if not ok: raise RemoteError(*v)
    return v
