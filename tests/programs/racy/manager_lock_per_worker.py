# kind: wrong_result|race
# schedule: each worker holds its own lock: both read d['n'] before one of them writes it
from multiprocessing import Manager, Process


def work(d, lock):
    with lock:
        d["n"] += 1


def main():
    with Manager() as manager:
        d = manager.dict(n=0)
        locks = [manager.Lock() for _ in range(2)]
        workers = [Process(target=work, args=(d, lock)) for lock in locks]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        assert d["n"] == 2, "an update is lost"
