# right: reading and writing are under one lock
from multiprocessing import Manager, Process


def run(function, *args):
    workers = [Process(target=function, args=args) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert all(worker.exitcode == 0 for worker in workers), "a worker has failed"


def work(ns, lock):
    with lock:
        ns.total += 5


def main():
    with Manager() as manager:
        ns, lock = manager.Namespace(total=0), manager.Lock()
        run(work, ns, lock)
        assert ns.total == 10, "an update is lost"
