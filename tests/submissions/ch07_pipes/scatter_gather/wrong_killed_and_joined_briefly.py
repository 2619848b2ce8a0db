# fails: errors: the others are killed, and join(1) may be over before a slow machine has ended them
# kind: leak
import multiprocessing as mp
class WorkerDied(Exception):
    def __init__(self, index):
        super().__init__(index); self.index = index
def child(w, f, c):
    try: m = ("ok", f(c))
    except Exception as e: m = ("err", e)
    w.send(m)

def scatter_gather(function, chunks):
    ps, rs = [], []
    for c in chunks:
        r, w = mp.Pipe(False)
        p = mp.Process(target=child, args=(w, function, c)); p.start(); w.close()
        ps.append(p); rs.append(r)

    out = []
    for i, r in enumerate(rs):
        try: kind, value = r.recv()
        except (EOFError, OSError):
            for p in ps: p.kill(); p.join(1)
            raise WorkerDied(i)
        if kind == "err":
            for p in ps: p.kill(); p.join(1)
            raise value
        out.append(value)
    for p in ps: p.join()
    return out
