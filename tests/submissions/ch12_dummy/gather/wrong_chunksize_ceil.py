# fails: at_once: 4 items, 3 workers: chunks of 2 make only two calls at once
# kind: wrong_result|overlap|deadlock
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
    items = list(items)
    with _pool(kind, workers) as pool:
        return pool.map(partial(_settle, function), items, chunksize=max(1, -(-len(items) // workers)))
