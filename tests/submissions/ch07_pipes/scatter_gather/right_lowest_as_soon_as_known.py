# right: waits for all, gives up as soon as the outcomes up to the first failure are known, kills the rest
import multiprocessing as mp
from multiprocessing.connection import wait
class WorkerDied(Exception):
    def __init__(self, index):
        super().__init__(index); self.index = index
def child(w, f, c):
    try: m = (f(c), None)
    except Exception as e: m = (None, e)
    w.send(m); w.close()
def scatter_gather(function, chunks):
    procs, conns = [], []
    for c in chunks:
        r, w = mp.Pipe(False)
        p = mp.Process(target=child, args=(w, function, c)); p.start(); w.close()
        procs.append(p); conns.append(r)
    done = {}
    error = None
    n = 0
    while n < len(conns) and error is None:
        for r in wait([c for i, c in enumerate(conns) if i not in done]):
            i = conns.index(r)
            try: done[i] = r.recv()
            except (EOFError, OSError): done[i] = (None, WorkerDied(i))
        while n in done and error is None:
            error = done[n][1]
            n += 1
    for p in procs:
        if error is not None: p.kill()
        p.join()
    for r in conns: r.close()
    if error is not None: raise error
    return [done[i][0] for i in range(len(conns))]
