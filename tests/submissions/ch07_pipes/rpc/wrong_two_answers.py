# fails: errors: an unknown name is answered twice: the next call gets the second answer
# kind: exception|wrong_result
import multiprocessing as mp
class RemoteError(Exception): pass
class C:
    def __init__(self, c): self.c = c
    def close(self): self.c.send(None); self.c.close()

def _serve(conn, functions):
    while (m := conn.recv()) is not None:
        name, args = m
        if name not in functions: conn.send((False, f"KeyError {name}"))
        try: r = (True, functions[name](*args))
        except Exception as e: r = (False, f"{type(e).__name__}: {e}")
        conn.send(r)

def start_server(functions):
    a, b = mp.Pipe()
    p = mp.Process(target=_serve, args=(b, functions)); p.start(); b.close()
    return p, C(a)
def call(connection, name, *args):
    connection.c.send((name, args))
    ok, v = connection.c.recv()
    if not ok: raise RemoteError(v)
    return v
