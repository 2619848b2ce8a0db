# fails: errors: a function that returns an exception object: it is reported as an error
# kind: wrong_result
from functools import partial
from multiprocessing import Pool, dummy


def settle(function, item):
    try:
        return function(item)
    except Exception as error:
        return error


def gather(function, items, workers=4, kind="threads"):
    if kind == "threads":
        pool = dummy.Pool(workers)
    elif kind == "processes":
        pool = Pool(workers)
    else:
        raise ValueError(kind)
    try:
        values = pool.map(partial(settle, function), items, chunksize=1)
        return [("error" if isinstance(value, Exception) else "ok", value) for value in values]
    finally:
        pool.close()
        pool.join()
