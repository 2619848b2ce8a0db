# fails: basics: `kind in "threads processes"` takes "thread" and "" for good
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
    if kind not in "threads processes": raise ValueError(kind)
    make = multiprocessing.dummy.Pool if kind[:1] == "t" else multiprocessing.Pool
    with make(workers) as pool:
        return pool.map(partial(_settle, function), items)
