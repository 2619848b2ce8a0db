# right: no more workers than items, and no pool for none
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
    if kind not in ("threads", "processes"): raise ValueError(kind)
    items = list(items)
    if not items: return []
    with _pool(kind, min(workers, len(items))) as pool:
        return pool.map(partial(_settle, function), items, 1)
