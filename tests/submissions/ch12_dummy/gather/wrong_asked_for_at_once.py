# fails: at_once: get() is called on each task before the next one is handed in
# kind: deadlock|hang|wrong_result|overlap
from multiprocessing import Pool, dummy


def settle(function, item):
    try:
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
        return [pool.apply_async(settle, (function, item)).get() for item in items]
    finally:
        pool.close()
        pool.join()
