# fails: basics: the outcomes are kept in a dict by item: 1 and True are one key, and a list is none at all
# kind: wrong_result|exception
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
        items = list(items)
        tasks = {item: pool.apply_async(settle, (function, item)) for item in items}
        return [tasks[item].get() for item in items]
    finally:
        pool.close()
        pool.join()
