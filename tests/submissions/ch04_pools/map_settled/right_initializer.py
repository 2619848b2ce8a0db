# right: every worker gets the function once, by the pool's initializer
from multiprocessing import Pool

_function = None


def _prepare(function):
    global _function
    _function = function


def _settle(item):
    try:
        return ("ok", _function(item))
    except Exception as error:
        return ("error", error)


def map_settled(function, items, processes=2):
    pool = Pool(processes, initializer=_prepare, initargs=(function,))
    try:
        return list(pool.imap(_settle, items))
    finally:
        pool.terminate()
        pool.join()
