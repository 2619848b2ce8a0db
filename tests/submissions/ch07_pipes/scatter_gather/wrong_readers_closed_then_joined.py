# fails: real_processes: (under fork) the readers are closed and the workers joined: a forked worker holds its own pipe's reading
#        end too, so its large send never breaks
# kind: deadlock|hang
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
    try:
        for i, r in enumerate(rs):
            try: k, v = r.recv()
            except (EOFError, OSError): raise WorkerDied(i)
            if k == "err": raise v
            out.append(v)
    finally:
        for r in rs: r.close()
        for p in ps: p.join()
    return out
