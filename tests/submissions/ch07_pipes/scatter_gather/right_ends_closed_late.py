# right: the writing ends are closed late (under fork a death is seen late), but all pipes are read at once, so all workers end
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
    ps, rs, ws = [], [], []
    for c in chunks:
        r, w = mp.Pipe(False)
        p = mp.Process(target=child, args=(w, function, c)); p.start()
        ps.append(p); rs.append(r); ws.append(w)
    for w in ws: w.close()
    out = [None]*len(ps); bad = {}
    left = dict(zip(rs, range(len(rs))))
    while left:
        for r in wait(list(left)):
            i = left.pop(r)
            try: k, v = r.recv()
            except (EOFError, OSError): bad[i] = WorkerDied(i)
            else:
                if k == "err": bad[i] = v
                else: out[i] = v
    for p in ps: p.join()
    if bad: raise bad[min(bad)]
    return out
