# fails: basics: the pool is terminated before the results are asked for: get() waits for ever for calls never made
# kind: deadlock|hang
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
    with pool:
        tasks = [pool.apply_async(settle, (function, item)) for item in items]
    pool.join()
    return [task.get() for task in tasks]
