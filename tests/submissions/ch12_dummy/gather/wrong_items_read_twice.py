# fails: basics: items is an iterator: the pool has read it to its end, zip finds nothing
# kind: wrong_result
from functools import partial
from multiprocessing import Pool, dummy


def settle(function, item):
    try:
        return "ok", function(item)
    except Exception as error:
        return "error", error


def gather(function, items, workers=4, kind="threads"):
    if kind == "threads":
        pool = dummy.Pool(workers)
    elif kind == "processes":
        pool = Pool(workers)
    else:
        raise ValueError(kind)
    try:
        values = pool.map(partial(settle, function), items, chunksize=1)
        return [outcome for _, outcome in zip(items, values)]
    finally:
        pool.close()
        pool.join()
