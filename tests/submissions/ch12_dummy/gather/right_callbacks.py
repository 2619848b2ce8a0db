# right: callbacks fill a list in advance of its right length; join() waits for the last of them
from multiprocessing.dummy import Pool as ThreadPool
from multiprocessing import Pool as ProcessPool


def gather(function, items, workers=4, kind="threads"):
    if kind == "threads":
        make = ThreadPool
    elif kind == "processes":
        make = ProcessPool
    else:
        raise ValueError("kind must be threads or processes")
    items = list(items)
    outcomes = [None] * len(items)

    def put(index, word):
        def callback(what):
            outcomes[index] = (word, what)
        return callback

    pool = make(workers)
    for index, item in enumerate(items):
        pool.apply_async(function, [item], callback=put(index, "ok"), error_callback=put(index, "error"))
    pool.close()
    pool.join()
    return outcomes
