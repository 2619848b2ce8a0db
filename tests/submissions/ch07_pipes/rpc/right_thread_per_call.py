# right: the server makes a thread for each call; one caller at a time, so answers cannot be mixed up
import multiprocessing as mp
class RemoteError(Exception): pass
class C:
    def __init__(self, c): self.c = c
    def close(self): self.c.send(None); self.c.close()

import threading
def _serve(conn, functions):
    def handle(name, args):
        try: r = (True, functions[name](*args))
        except Exception as e: r = (False, f"{type(e).__name__}: {e}")
        conn.send(r)
    while (m := conn.recv()) is not None:
        threading.Thread(target=handle, args=m).start()

def start_server(functions):
    a, b = mp.Pipe()
    p = mp.Process(target=_serve, args=(b, functions)); p.start(); b.close()
    return p, C(a)
def call(connection, name, *args):
    connection.c.send((name, args))
    ok, v = connection.c.recv()
    if not ok: raise RemoteError(v)
    return v
