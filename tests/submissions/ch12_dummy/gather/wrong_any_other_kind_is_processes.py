# fails: basics: an unknown kind is taken for processes
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
    else:
        pool = Pool(workers)
    try:
        return pool.map(partial(settle, function), items, chunksize=1)
    finally:
        pool.close()
        pool.join()
