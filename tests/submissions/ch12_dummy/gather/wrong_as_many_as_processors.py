# fails: at_once: a pool without a number has as many workers as the machine has processors
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
        pool = dummy.Pool()
    elif kind == "processes":
        pool = Pool()
    else:
        raise ValueError(kind)
    try:
        return pool.map(partial(settle, function), items, chunksize=1)
    finally:
        pool.close()
        pool.join()
