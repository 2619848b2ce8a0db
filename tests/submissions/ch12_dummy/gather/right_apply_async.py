# right: one task per item, each asked for its result in its turn
import multiprocessing
import multiprocessing.dummy


def gather(function, items, workers=4, kind="threads"):
    if kind == "threads":
        pool = multiprocessing.dummy.Pool(workers)
    elif kind == "processes":
        pool = multiprocessing.Pool(workers)
    else:
        raise ValueError(f"unknown kind {kind!r}")
    try:
        tasks = [pool.apply_async(function, (item,)) for item in items]
        outcomes = []
        for task in tasks:
            try:
                outcomes.append(("ok", task.get()))
            except Exception as error:
                outcomes.append(("error", error))
        return outcomes
    finally:
        pool.close()
        pool.join()
