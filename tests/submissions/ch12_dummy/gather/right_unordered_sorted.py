# right: imap_unordered with the index as part of the answer, put in order at the end
from multiprocessing import dummy, get_context


class Numbered:
    def __init__(self, function):
        self.function = function

    def __call__(self, numbered):
        index, item = numbered
        try:
            return index, ("ok", self.function(item))
        except Exception as error:
            return index, ("error", error)


def gather(function, items, workers=4, kind="threads"):
    if kind not in ("threads", "processes"):
        raise ValueError(f"{kind}: no such kind")
    pool = dummy.Pool(workers) if kind == "threads" else get_context("spawn").Pool(workers)
    try:
        found = dict(pool.imap_unordered(Numbered(function), enumerate(list(items))))
    finally:
        pool.terminate()
        pool.join()
    return [found[index] for index in range(len(found))]
