# fails: pool: a pool of processes + 1 workers
# kind: overlap|wrong_result
from functools import partial
from multiprocessing import Pool


def _settle(function, item):
    try:
        return ("ok", function(item))
    except Exception as error:
        return ("error", error)


def map_settled(function, items, processes=2):
    with Pool(processes + 1) as pool:
        return pool.map(partial(_settle, function), items, chunksize=1)
