# right: items() gives a copy, made in one call
from multiprocessing import Manager, Process


def fill(d):
    d["c"] = 3


def main():
    with Manager() as manager:
        d = manager.dict(a=1, b=2)
        worker = Process(target=fill, args=(d,))
        worker.start()
        total = 0
        for _, value in d.items():
            total += value
        worker.join()
        assert total in (3, 6), "a key without a value"
