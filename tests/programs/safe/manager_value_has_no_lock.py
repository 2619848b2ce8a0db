# right: a lock of the manager's beside it
from multiprocessing import Manager, Process


def run(function, *args):
    workers = [Process(target=function, args=args) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert all(worker.exitcode == 0 for worker in workers), "a worker has failed"


def work(v, lock):
    with lock:
        v.value += 1


def main():
    with Manager() as manager:
        v, lock = manager.Value("i", 0), manager.Lock()
        run(work, v, lock)
        assert v.value == 2, "an update is lost"
