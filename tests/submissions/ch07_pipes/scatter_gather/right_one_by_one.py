# right: a worker is started when the one before has been joined; the contract does not ask for more
import multiprocessing as mp
class WorkerDied(Exception):
    def __init__(self, index):
        super().__init__(index); self.index = index
def child(w, f, c):
    try: m = ("ok", f(c))
    except Exception as e: m = ("err", e)
    w.send(m)
def scatter_gather(function, chunks):
    out = []
    for i, c in enumerate(chunks):
        r, w = mp.Pipe(False)
        p = mp.Process(target=child, args=(w, function, c)); p.start(); w.close()
        try: k, v = r.recv()
        except (EOFError, OSError): p.join(); raise WorkerDied(i)
        p.join()
        if k == "err": raise v
        out.append(v)
    return out
