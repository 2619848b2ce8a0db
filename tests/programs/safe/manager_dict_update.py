# right: one lock, made once and handed to both
from multiprocessing import Manager, Process


def run(function, *args):
    workers = [Process(target=function, args=args) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert all(worker.exitcode == 0 for worker in workers), "a worker has failed"


def work(d, lock):
    with lock:
        d["n"] += 1


def main():
    with Manager() as manager:
        d, lock = manager.dict(n=0), manager.Lock()
        run(work, d, lock)
        assert d["n"] == 2, "an update is lost"
