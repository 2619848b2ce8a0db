# fails: basics: `kind in "threads processes"` also holds for "thread" and for "", which get processes
# kind: wrong_result
from functools import partial
from multiprocessing import Pool, dummy


def settle(function, item):
    try:
        return "ok", function(item)
    except Exception as error:
        return "error", error


def gather(function, items, workers=4, kind="threads"):
    if kind not in "threads processes":
        raise ValueError(kind)
    pool = dummy.Pool(workers) if kind == "threads" else Pool(workers)
    try:
        return pool.map(partial(settle, function), items, chunksize=1)
    finally:
        pool.close()
        pool.join()
