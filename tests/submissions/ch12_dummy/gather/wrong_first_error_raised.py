# fails: errors: the first exception is raised instead of being put in the list
# kind: exception|wrong_result
from multiprocessing import Pool, dummy


def gather(function, items, workers=4, kind="threads"):
    if kind == "threads":
        pool = dummy.Pool(workers)
    elif kind == "processes":
        pool = Pool(workers)
    else:
        raise ValueError(kind)
    try:
        return [("ok", value) for value in pool.map(function, items, chunksize=1)]
    finally:
        pool.close()
        pool.join()
