# fails: basics: both pools are started before the kind is looked at: ValueError comes with two pools running
# kind: leak
from functools import partial
from multiprocessing import Pool, dummy


def settle(function, item):
    try:
        return "ok", function(item)
    except Exception as error:
        return "error", error


def gather(function, items, workers=4, kind="threads"):
    pools = {"threads": dummy.Pool(workers), "processes": Pool(workers)}
    try:
        pool = pools[kind]
    except KeyError:
        raise ValueError(kind) from None
    try:
        return pool.map(partial(settle, function), items, chunksize=1)
    finally:
        for pool in pools.values():
            pool.close()
            pool.join()
