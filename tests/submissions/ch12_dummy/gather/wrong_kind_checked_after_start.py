# fails: basics: a thread pool is started before the kind is checked, though it is ended again: not "before anything starts"
# kind: wrong_result|leak
from functools import partial
from multiprocessing import Pool, dummy


def settle(function, item):
    try:
        return "ok", function(item)
    except Exception as error:
        return "error", error


def gather(function, items, workers=4, kind="threads"):
    pool = (Pool if kind == "processes" else dummy.Pool)(workers)
    try:
        if kind not in ("threads", "processes"):
            raise ValueError(kind)
        return pool.map(partial(settle, function), items, chunksize=1)
    finally:
        pool.close()
        pool.join()
