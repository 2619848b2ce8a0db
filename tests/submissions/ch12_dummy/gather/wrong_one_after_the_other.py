# fails: at_once: apply waits for each call before the next begins
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
        return [pool.apply(settle, (function, item)) for item in items]
    finally:
        pool.close()
        pool.join()
