# right: a bounded JoinableQueue fed by a thread
import multiprocessing as mp
from threading import Thread
from collections import namedtuple

Answer = namedtuple("Answer", "index ok value")

def _w(q, a, f):
    while True:
        job = q.get()
        if not job:
            q.task_done()
            break
        try:
            a.put(Answer(job[0], True, f(job[1])))
        except Exception as e:
            a.put(Answer(job[0], False, e))
        q.task_done()

def process_all(items, work, workers=2):
    q, a = mp.JoinableQueue(maxsize=workers), mp.Queue()
    count = []
    def feed():
        n = 0
        for job in enumerate(items):
            q.put(job); n += 1
        count.append(n)
        q.join()
        a.put(None)
        for _ in range(workers): q.put(())
    t = Thread(target=feed)
    ps = [mp.Process(target=_w, args=(q, a, work)) for _ in range(workers)]
    for p in ps: p.start()
    t.start()
    ok, bad = {}, {}
    seen, end = 0, False
    while not end or seen < count[0]:
        x = a.get()
        if x is None: end = True
        else:
            seen += 1
            (ok if x.ok else bad)[x.index] = x.value
    t.join()
    for p in ps: p.join()
    q.close(); a.close()
    return ok, bad
