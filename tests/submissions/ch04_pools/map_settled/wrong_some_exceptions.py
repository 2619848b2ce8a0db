# fails: errors: a KeyError or StopIteration is not caught in the worker, and map raises it
# kind: exception
from functools import partial
from multiprocessing import Pool


def _settle(function, item):
    try:
        return ("ok", function(item))
    except (ValueError, TypeError, ArithmeticError, RuntimeError, OSError) as error:
        return ("error", error)


def map_settled(function, items, processes=2):
    with Pool(processes) as pool:
        return pool.map(partial(_settle, function), items)
