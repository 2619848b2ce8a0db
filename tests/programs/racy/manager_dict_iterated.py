# kind: exception|race
# schedule: the worker adds a key while main goes through the dict, key by key: each step is a call of its own
from multiprocessing import Manager, Process


def fill(d):
    d["c"] = 3


def main():
    with Manager() as manager:
        d = manager.dict(a=1, b=2)
        worker = Process(target=fill, args=(d,))
        worker.start()
        total = 0
        for value in (d[key] for key in d):
            total += value
        worker.join()
        assert total in (3, 6), "a key without a value"
