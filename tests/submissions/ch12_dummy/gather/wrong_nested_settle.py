# fails: basics: for processes the function inside gather cannot be pickled
# kind: exception|wrong_result
from multiprocessing import Pool, dummy


def gather(function, items, workers=4, kind="threads"):
    def settle(item):
        try:
            return "ok", function(item)
        except Exception as error:
            return "error", error

    if kind == "threads":
        pool = dummy.Pool(workers)
    elif kind == "processes":
        pool = Pool(workers)
    else:
        raise ValueError(kind)
    try:
        return pool.map(settle, items, chunksize=1)
    finally:
        pool.close()
        pool.join()
