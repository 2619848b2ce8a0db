# kind: wrong_result|race
# schedule: both workers read ns.total before one of them writes it
from multiprocessing import Manager, Process


def run(function, *args):
    workers = [Process(target=function, args=args) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert all(worker.exitcode == 0 for worker in workers), "a worker has failed"


def work(ns):
    ns.total += 5


def main():
    with Manager() as manager:
        ns = manager.Namespace(total=0)
        run(work, ns)
        assert ns.total == 10, "an update is lost"
