# right: each result is waited for, then asked whether it was successful; a small class around the pool
import multiprocessing
from multiprocessing import dummy


class Gatherer:
    kinds = ("threads", "processes")

    def __init__(self, kind, workers):
        if kind not in self.kinds:
            raise ValueError(f"unknown kind: {kind}")
        self.pool = (dummy if kind == "threads" else multiprocessing).Pool(workers)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.pool.close()
        self.pool.join()

    def outcome(self, result):
        result.wait()
        if result.successful():
            return ("ok", result.get())
        try:
            result.get()
        except Exception as error:
            return ("error", error)

    def run(self, function, items):
        results = []
        for item in items:
            results.append(self.pool.apply_async(function, args=(item,)))
        return list(map(self.outcome, results))


def gather(function, items, workers=4, kind="threads"):
    with Gatherer(kind, workers) as gatherer:
        return gatherer.run(function, items)
