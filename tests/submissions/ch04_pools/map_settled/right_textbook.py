# right: Pool.map of a partial that settles each call in the worker
from functools import partial
from multiprocessing import Pool


def _settle(function, item):
    try:
        return ("ok", function(item))
    except Exception as error:
        return ("error", error)


def map_settled(function, items, processes=2):
    with Pool(processes) as pool:
        return pool.map(partial(_settle, function), items)
