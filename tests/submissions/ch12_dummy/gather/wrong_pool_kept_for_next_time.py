# fails: nothing_left: the pools are kept in the module for the next call
# kind: leak
from functools import partial
from multiprocessing import Pool, dummy


_pools = {}


def settle(function, item):
    try:
        return "ok", function(item)
    except Exception as error:
        return "error", error


def gather(function, items, workers=4, kind="threads"):
    if kind not in ("threads", "processes"):
        raise ValueError(kind)
    key = kind, workers
    if key not in _pools:
        _pools[key] = dummy.Pool(workers) if kind == "threads" else Pool(workers)
    return _pools[key].map(partial(settle, function), items, chunksize=1)
