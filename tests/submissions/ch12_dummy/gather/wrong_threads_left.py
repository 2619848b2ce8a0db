# fails: nothing_left: with kind="threads" the pool is never ended
# kind: leak
import multiprocessing, multiprocessing.dummy
from functools import partial
def _settle(function, item):
    try:
        return ("ok", function(item))
    except Exception as error:
        return ("error", error)

def _pool(kind, workers):
    if kind == "threads":
        return multiprocessing.dummy.Pool(workers)
    if kind == "processes":
        return multiprocessing.Pool(workers)
    raise ValueError(f"unknown kind: {kind!r}")

def gather(function, items, workers=4, kind="threads"):
    pool = _pool(kind, workers)
    r = pool.map(partial(_settle, function), items)
    if kind == "processes":
        pool.terminate(); pool.join()
    return r
