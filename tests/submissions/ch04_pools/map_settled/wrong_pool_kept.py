# fails: pool: the pool is a module variable, kept for the next call
# kind: leak
from functools import partial
from multiprocessing import Pool

_pools = {}


def _settle(function, item):
    try:
        return ("ok", function(item))
    except Exception as error:
        return ("error", error)


def map_settled(function, items, processes=2):
    if processes not in _pools:
        _pools[processes] = Pool(processes)
    return _pools[processes].map(partial(_settle, function), items)
