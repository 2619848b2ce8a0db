# right: Pool whose processes loop over a JoinableQueue (initializer), starmap
import multiprocessing as mp
Q = None
def init(q):
    global Q
    Q = q
def loop(work):
    out = []
    for i, x in iter(Q.get, (None, None)):
        try: out.append((i, True, work(x)))
        except Exception as e: out.append((i, False, e))
        Q.task_done()
    Q.task_done()
    return out
def process_all(items, work, workers=2):
    q = mp.JoinableQueue()
    for pair in enumerate(items): q.put(pair)
    for _ in range(workers): q.put((None, None))
    pool = mp.Pool(workers, init, (q,))
    lists = pool.map(loop, [work] * workers, chunksize=1)
    q.join()
    pool.close(); pool.join()
    q.close()
    return {i: v for o in lists for i, ok, v in o if ok}, {i: v for o in lists for i, ok, v in o if not ok}
