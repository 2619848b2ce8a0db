# fails: at_once: all the items are one chunk, which one worker does
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
        pool = dummy.Pool(workers)
    elif kind == "processes":
        pool = Pool(workers)
    else:
        raise ValueError(kind)
    try:
        items = list(items)
        return pool.map(partial(settle, function), items, len(items) or 1)
    finally:
        pool.close()
        pool.join()
