# fails: at_once: the pool has one worker less than asked for
# kind: deadlock|hang|wrong_result|overlap
from functools import partial
from multiprocessing import Pool, dummy


def settle(function, item):
    try:
        return "ok", function(item)
    except Exception as error:
        return "error", error


def gather(function, items, workers=4, kind="threads"):
    if kind == "threads":
        pool = dummy.Pool(max(1, workers - 1))
    elif kind == "processes":
        pool = Pool(max(1, workers - 1))
    else:
        raise ValueError(kind)
    try:
        return pool.map(partial(settle, function), items, chunksize=1)
    finally:
        pool.close()
        pool.join()
