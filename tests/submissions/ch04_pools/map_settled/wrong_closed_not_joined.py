# fails: pool: the pool is closed and not joined: workers may still be ending
# kind: leak
from functools import partial
from multiprocessing import Pool


def _settle(function, item):
    try:
        return ("ok", function(item))
    except Exception as error:
        return ("error", error)


def map_settled(function, items, processes=2):
    pool = Pool(processes)
    settled = pool.map(partial(_settle, function), items)
    pool.close()
    return settled
