# fails: basics: the list of entries is a default argument: a second call returns those of the first as well
# kind: wrong_result
from functools import partial
from multiprocessing import Pool


def _settle(function, item):
    try:
        return ("ok", function(item))
    except Exception as error:
        return ("error", error)


def map_settled(function, items, processes=2, settled=[]):
    with Pool(processes) as pool:
        settled.extend(pool.map(partial(_settle, function), items))
    return list(settled)
