# fails: basics: items is an iterator: map has used it up when zip looks for the items
# kind: wrong_result
from functools import partial
from multiprocessing import Pool


def _settle(function, item):
    try:
        return ("ok", function(item))
    except Exception as error:
        return ("error", error)


def map_settled(function, items, processes=2):
    with Pool(processes) as pool:
        pairs = pool.map(partial(_settle, function), items)
    return [pair for _, pair in zip(items, pairs)]
