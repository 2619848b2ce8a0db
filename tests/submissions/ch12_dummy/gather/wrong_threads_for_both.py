# fails: basics: "processes" is given threads as well
# kind: wrong_result
from functools import partial
from multiprocessing import dummy


def settle(function, item):
    try:
        return "ok", function(item)
    except Exception as error:
        return "error", error


def gather(function, items, workers=4, kind="threads"):
    if kind == "threads":
        pool = dummy.Pool(workers)
    elif kind == "processes":
        pool = dummy.Pool(workers)
    else:
        raise ValueError(kind)
    try:
        return pool.map(partial(settle, function), items, chunksize=1)
    finally:
        pool.close()
        pool.join()
