# fails: basics: pipes are keyed by str(chunk): equal chunks, and 1 and "1", share one
# kind: wrong_result
import multiprocessing as mp
class WorkerDied(Exception):
    def __init__(self, index):
        super().__init__(index); self.index = index
def child(w, f, c):
    try: m = ("ok", f(c))
    except Exception as e: m = ("err", e)
    w.send(m)

def scatter_gather(function, chunks):
    conns = {}
    ps = []
    order = []
    for c in chunks:
        r, w = mp.Pipe(False)
        p = mp.Process(target=child, args=(w, function, c)); p.start(); w.close()
        conns[str(c)] = r; order.append(str(c)); ps.append(p)
    out = {}
    err = None
    for i, c in enumerate(order):
        if c in out: continue
        try: k, v = conns[c].recv()
        except (EOFError, OSError): k, v = "err", WorkerDied(i)
        if k == "err" and err is None: err = v
        out[c] = v
    for p in ps: p.join()
    if err is not None: raise err
    return [out[c] for c in order]
