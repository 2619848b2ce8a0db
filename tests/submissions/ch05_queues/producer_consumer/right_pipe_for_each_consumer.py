# right: results come back through one pipe per consumer, waited for together
import multiprocessing as mp
from multiprocessing.connection import wait
from threading import Thread

def _consumer(tasks, out, work):
    with out:
        while True:
            task = tasks.get()
            if task is None:
                return
            n, item = task
            try:
                out.send((n, work(item), None))
            except Exception as e:
                out.send((n, None, e))

def run(items, work, consumers=2, capacity=1):
    items = list(items)
    tasks = mp.Queue(capacity)
    readers, procs = [], []
    for _ in range(consumers):
        r, w = mp.Pipe(duplex=False)
        p = mp.Process(target=_consumer, args=(tasks, w, work))
        p.start()
        w.close()
        readers.append(r)
        procs.append(p)
    def produce():
        for n, item in enumerate(items):
            tasks.put((n, item))
        for _ in procs:
            tasks.put(None)
    t = Thread(target=produce)
    t.start()
    got = {}
    open_ = list(readers)
    while open_:
        for r in wait(open_):
            try:
                n, value, error = r.recv()
            except EOFError:
                open_.remove(r)
                r.close()
            else:
                got[n] = value, error
    t.join()
    for p in procs:
        p.join()
    tasks.close()
    tasks.join_thread()
    failed = [n for n in got if got[n][1] is not None]
    if failed:
        raise got[min(failed)][1]
    return [got[n][0] for n in range(len(items))]
