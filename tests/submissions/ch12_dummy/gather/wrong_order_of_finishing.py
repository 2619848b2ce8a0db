# fails: basics: imap_unordered gives the outcomes in the order of finishing
# kind: wrong_result|race
from functools import partial
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
        return list(pool.imap_unordered(partial(settle, function), items))
    finally:
        pool.close()
        pool.join()
