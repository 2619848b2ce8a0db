# fails: basics: the list of outcomes is a default argument: the second call returns the first one's outcomes too
# kind: wrong_result
from functools import partial
from multiprocessing import Pool, dummy


def settle(function, item):
    try:
        return "ok", function(item)
    except Exception as error:
        return "error", error


def gather(function, items, workers=4, kind="threads", *, outcomes=[]):
    if kind == "threads":
        pool = dummy.Pool(workers)
    elif kind == "processes":
        pool = Pool(workers)
    else:
        raise ValueError(kind)
    try:
        outcomes += pool.map(partial(settle, function), items, chunksize=1)
        return outcomes
    finally:
        pool.close()
        pool.join()
