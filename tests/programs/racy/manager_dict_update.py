# kind: wrong_result|race
# schedule: both workers read d['n'] before one of them writes it
from multiprocessing import Manager, Process


def run(function, *args):
    workers = [Process(target=function, args=args) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert all(worker.exitcode == 0 for worker in workers), "a worker has failed"


def work(d):
    d["n"] += 1


def main():
    with Manager() as manager:
        d = manager.dict(n=0)
        run(work, d)
        assert d["n"] == 2, "an update is lost"
