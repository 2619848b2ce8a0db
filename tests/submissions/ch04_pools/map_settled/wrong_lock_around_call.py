# fails: pool: a lock is held while the function is called: the workers call one after the other
# kind: deadlock|hang|overlap|wrong_result
from multiprocessing import Lock, Pool

_shared = {}


def _prepare(lock, function):
    _shared.update(lock=lock, function=function)


def _settle(item):
    with _shared["lock"]:
        try:
            return ("ok", _shared["function"](item))
        except Exception as error:
            return ("error", error)


def map_settled(function, items, processes=2):
    with Pool(processes, _prepare, (Lock(), function)) as pool:
        return pool.map(_settle, items, chunksize=1)
