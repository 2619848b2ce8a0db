# fails: errors: the results are asked for in a generator that lets StopIteration pass: it becomes a RuntimeError
# kind: exception|wrong_result
from multiprocessing import Pool, dummy


def gather(function, items, workers=4, kind="threads"):
    if kind == "threads":
        pool = dummy.Pool(workers)
    elif kind == "processes":
        pool = Pool(workers)
    else:
        raise ValueError(kind)
    def outcomes(tasks):
        for task in tasks:
            try:
                yield "ok", task.get()
            except (ArithmeticError, LookupError, ValueError, TypeError, RuntimeError, OSError, AttributeError) as error:
                yield "error", error

    try:
        return list(outcomes([pool.apply_async(function, (item,)) for item in items]))
    finally:
        pool.close()
        pool.join()
