# fails: basics: for processes the lambda cannot be pickled
# kind: exception|wrong_result
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
        return pool.map(lambda item: settle(function, item), items, chunksize=1)
    finally:
        pool.close()
        pool.join()
