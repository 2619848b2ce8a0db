# kind: wrong_result|race
# schedule: a manager's Value is no multiprocessing.Value: it has no lock, and += is two calls
from multiprocessing import Manager, Process


def run(function, *args):
    workers = [Process(target=function, args=args) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert all(worker.exitcode == 0 for worker in workers), "a worker has failed"


def work(v):
    v.value += 1


def main():
    with Manager() as manager:
        v = manager.Value("i", 0)
        run(work, v)
        assert v.value == 2, "an update is lost"
