# fails: deaths: the sentinel tells the death, but the caller holds the writing ends too: half an answer is waited for, for ever
# kind: deadlock|hang
import multiprocessing as mp
from multiprocessing.connection import wait
class WorkerDied(Exception):
    def __init__(self, index):
        super().__init__(index); self.index = index
def child(w, f, c):
    try: m = ("ok", f(c))
    except Exception as e: m = ("err", e)
    w.send(m)
def scatter_gather(function, chunks):
    ps, rs, keep = [], [], []
    for c in chunks:
        r, w = mp.Pipe(False)
        p = mp.Process(target=child, args=(w, function, c)); p.start()
        ps.append(p); rs.append(r); keep.append(w)
    out = []
    try:
        for i, (p, r) in enumerate(zip(ps, rs)):
            wait([r, p.sentinel])
            if not r.poll():
                raise WorkerDied(i)
            k, v = r.recv()
            if k == "err": raise v
            out.append(v)
    finally:
        for p in ps: p.kill(); p.join()
    return out
