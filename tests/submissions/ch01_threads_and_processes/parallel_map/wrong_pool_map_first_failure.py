# fails: processes_errors: Pool.map raises the failure that comes first in time, and leaving the pool ends the others
# kind: wrong_result|leak|exception
import threading
import multiprocessing as mp

def map_in_threads(function, items):
    items = list(items)
    results = [None] * len(items)
    errors = [None] * len(items)
    def work(i, item):
        try:
            results[i] = function(item)
        except Exception as e:
            errors[i] = e
    threads = [threading.Thread(target=work, args=(i, x)) for i, x in enumerate(items)]
    for t in threads: t.start()
    for t in threads: t.join()
    for e in errors:
        if e is not None: raise e
    return results

def map_in_processes(function, items):
    items = list(items)
    if not items: return []
    with mp.Pool(len(items)) as pool:
        return pool.map(function, items, chunksize=1)
