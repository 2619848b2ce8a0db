# fails: basics: an unknown kind is a KeyError
# kind: exception|wrong_result
from functools import partial
from multiprocessing import Pool, dummy


def settle(function, item):
    try:
        return "ok", function(item)
    except Exception as error:
        return "error", error


def gather(function, items, workers=4, kind="threads"):
    pool = {"threads": dummy.Pool, "processes": Pool}[kind](workers)
    try:
        return pool.map(partial(settle, function), items, chunksize=1)
    finally:
        pool.close()
        pool.join()
