# fails: pool: the caller is counted as a worker: the pool has one less, and `processes` calls that wait for each other never meet
# kind: deadlock|hang|overlap|wrong_result
from functools import partial
from multiprocessing import Pool


def _settle(function, item):
    try:
        return ("ok", function(item))
    except Exception as error:
        return ("error", error)


def map_settled(function, items, processes=2):
    with Pool(max(1, processes - 1)) as pool:
        return pool.map(partial(_settle, function), items, chunksize=1)
