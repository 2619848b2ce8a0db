# fails: basics: a pool of threads has been started when the unknown kind is found
# kind: wrong_result
import multiprocessing, multiprocessing.dummy
from functools import partial
def _settle(function, item):
    try:
        return ("ok", function(item))
    except Exception as error:
        return ("error", error)

def _pool(kind, workers):
    if kind == "threads":
        return multiprocessing.dummy.Pool(workers)
    if kind == "processes":
        return multiprocessing.Pool(workers)
    raise ValueError(f"unknown kind: {kind!r}")

def gather(function, items, workers=4, kind="threads"):
    with multiprocessing.dummy.Pool(workers) as pool:
        if kind == "threads": return pool.map(partial(_settle, function), items)
    if kind != "processes": raise ValueError(kind)
    with multiprocessing.Pool(workers) as pool:
        return pool.map(partial(_settle, function), items)
