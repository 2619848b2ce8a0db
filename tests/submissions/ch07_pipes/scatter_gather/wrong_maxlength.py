# fails: large: recv_bytes(65536) refuses a longer answer with OSError, which is taken for a death
# kind: wrong_result|exception
import multiprocessing as mp
class WorkerDied(Exception):
    def __init__(self, index):
        super().__init__(index); self.index = index
def child(w, f, c):
    try: m = ("ok", f(c))
    except Exception as e: m = ("err", e)
    import pickle; w.send_bytes(pickle.dumps(m))

import pickle
def scatter_gather(function, chunks):
    ps, rs = [], []
    for c in chunks:
        r, w = mp.Pipe(False)
        p = mp.Process(target=child, args=(w, function, c)); p.start(); w.close()
        ps.append(p); rs.append(r)

    out = []
    try:
        for i, r in enumerate(rs):
            try: k, v = pickle.loads(r.recv_bytes(65536))
            except (EOFError, OSError): raise WorkerDied(i)
            if k == "err": raise v
            out.append(v)
    finally:
        for p in ps: p.kill(); p.join()
    return out
