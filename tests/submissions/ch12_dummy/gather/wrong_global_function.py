# fails: basics: the function reaches the process workers as a global that only fork carries over
# kind: exception|wrong_result
from multiprocessing import Pool, dummy


_function = None


def settle(item):
    try:
        return "ok", _function(item)
    except Exception as error:
        return "error", error


def gather(function, items, workers=4, kind="threads"):
    global _function
    _function = function
    if kind == "threads":
        pool = dummy.Pool(workers)
    elif kind == "processes":
        pool = Pool(workers)
    else:
        raise ValueError(kind)
    try:
        return pool.map(settle, items, chunksize=1)
    finally:
        pool.close()
        pool.join()
