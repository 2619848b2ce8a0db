# right: the module is looked up by the kind; apply_async and get
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

from multiprocessing import dummy
def gather(function, items, workers=4, kind="threads"):
    try:
        package = {"threads": dummy, "processes": multiprocessing}[kind]
    except KeyError:
        raise ValueError(f"kind must be 'threads' or 'processes', not {kind!r}") from None
    results = []
    with package.Pool(workers) as pool:
        for r in [pool.apply_async(function, (i,)) for i in items]:
            try: results.append(("ok", r.get()))
            except Exception as e: results.append(("error", e))
    return results
