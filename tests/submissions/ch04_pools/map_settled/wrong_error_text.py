# fails: errors: the entry holds the text of the exception, not the exception
# kind: wrong_result
from functools import partial
from multiprocessing import Pool


def _settle(function, item):
    try:
        return ("ok", function(item))
    except Exception as error:
        return ("error", str(error))


def map_settled(function, items, processes=2):
    with Pool(processes) as pool:
        return pool.map(partial(_settle, function), items)
