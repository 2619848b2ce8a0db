# fails: basics: the workers find the function in a module variable, which is set in a forked process only
# kind: wrong_result|exception
from multiprocessing import Pool

_function = None


def _settle(item):
    try:
        return ("ok", _function(item))
    except Exception as error:
        return ("error", error)


def map_settled(function, items, processes=2):
    global _function
    _function = function
    with Pool(processes) as pool:
        return pool.map(_settle, items)
