# right: map_async, closed at once; get() waits, join() after it
import multiprocessing as mp
from multiprocessing.pool import ThreadPool


def _guarded(pair):
    function, item = pair
    try:
        return ("ok", function(item))
    except Exception as e:
        return ("error", e)


def gather(function, items, workers=4, kind="threads"):
    pools = dict(threads=ThreadPool, processes=mp.Pool)
    try:
        make_pool = pools[kind]
    except KeyError:
        raise ValueError("kind") from None
    pairs = [(function, item) for item in items]
    pool = make_pool(workers)
    answer = pool.map_async(_guarded, pairs, chunksize=1)
    pool.close()
    try:
        return answer.get()
    finally:
        pool.join()
