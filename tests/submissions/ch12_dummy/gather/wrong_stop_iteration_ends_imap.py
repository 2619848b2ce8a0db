# fails: errors: the function raises StopIteration for one item: next() on imap passes it on and the loop takes it for the end
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
        answers, outcomes = pool.imap(function, items), []
        while True:
            try:
                outcomes.append(("ok", next(answers)))
            except StopIteration:
                return outcomes
            except Exception as error:
                outcomes.append(("error", error))
    finally:
        pool.close()
        pool.join()
