# fails: errors: a function that returns an exception object: the entry says "error"
# kind: wrong_result
from functools import partial
from multiprocessing import Pool


def _call(function, item):
    try:
        return function(item)
    except Exception as error:
        return error


def map_settled(function, items, processes=2):
    with Pool(processes) as pool:
        values = pool.map(partial(_call, function), items)
    return [("error" if isinstance(value, Exception) else "ok", value) for value in values]
