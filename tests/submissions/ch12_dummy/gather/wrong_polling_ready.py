# fails: basics: asks ready() again and again
# kind: livelock
import time
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
        answer = pool.map_async(partial(settle, function), items, chunksize=1)
        while not answer.ready():
            time.sleep(0.01)
        return answer.get()
    finally:
        pool.close()
        pool.join()
