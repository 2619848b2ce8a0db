# right: map with a settled call made by partial, one item to a chunk
from functools import partial
from multiprocessing import Pool, dummy

POOLS = {"threads": dummy.Pool, "processes": Pool}


def settle(function, item):
    try:
        return "ok", function(item)
    except Exception as error:
        return "error", error


def gather(function, items, workers=4, kind="threads"):
    if kind not in POOLS:
        raise ValueError(kind)
    pool = POOLS[kind](workers)
    outcomes = pool.map(partial(settle, function), items, chunksize=1)
    pool.close()
    pool.join()
    return outcomes
