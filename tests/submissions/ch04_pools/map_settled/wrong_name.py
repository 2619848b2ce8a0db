# fails: loads: the function is called settled_map
# kind: interface
from functools import partial
from multiprocessing import Pool


def _settle(function, item):
    try:
        return ("ok", function(item))
    except Exception as error:
        return ("error", error)


def settled_map(function, items, processes=2):
    with Pool(processes) as pool:
        return pool.map(partial(_settle, function), items)
