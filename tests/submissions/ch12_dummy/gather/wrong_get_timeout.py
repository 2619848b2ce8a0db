# fails: errors: a call is slow, get(timeout=30) expires, and its TimeoutError is reported as the call's error
# kind: wrong_result
from multiprocessing import Pool, dummy


def gather(function, items, workers=4, kind="threads"):
    if kind == "threads":
        pool = dummy.Pool(workers)
    elif kind == "processes":
        pool = Pool(workers)
    else:
        raise ValueError(kind)
    try:
        tasks = [pool.apply_async(function, (item,)) for item in items]
        outcomes = []
        for task in tasks:
            try:
                outcomes.append(("ok", task.get(timeout=30)))
            except Exception as error:
                outcomes.append(("error", error))
        return outcomes
    finally:
        pool.close()
        pool.join()
