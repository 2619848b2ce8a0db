# right: get() in a try, one by one; the pool is closed and joined before anything is looked at
import multiprocessing


def map_settled(function, items, processes=2):
    pool = multiprocessing.Pool(processes)
    try:
        pending = [pool.apply_async(function, (item,)) for item in items]
    finally:
        pool.close()
        pool.join()
    settled = []
    for answer in pending:
        try:
            settled.append(("ok", answer.get()))
        except Exception as error:
            settled.append(("error", error))
    return settled
