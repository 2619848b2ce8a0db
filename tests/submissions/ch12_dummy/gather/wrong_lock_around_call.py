# fails: at_once: every call of the function is made with one lock held: one thread at a time
# kind: deadlock|hang|wrong_result|overlap
import threading
from functools import partial
from multiprocessing import Pool, dummy


_lock = threading.Lock()


def settle(function, item):
    try:
        with _lock:
            return "ok", function(item)
    except Exception as error:
        return "error", error


def gather(function, items, workers=4, kind="threads"):
    if kind == "threads":
        pool = dummy.Pool(workers)
    elif kind == "processes":
        pool = Pool(workers)
    else:
        raise ValueError(kind)
    try:
        return pool.map(partial(settle, function), items, chunksize=1)
    finally:
        pool.close()
        pool.join()
