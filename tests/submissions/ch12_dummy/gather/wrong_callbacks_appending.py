# fails: basics: callbacks append to one list in the order of finishing
# kind: wrong_result|race
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
    outcomes = []
    for item in items:
        pool.apply_async(settle, (function, item), callback=outcomes.append)
    pool.close()
    pool.join()
    return outcomes
