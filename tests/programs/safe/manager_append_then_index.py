# right: the place is asked for under the lock that the append is under
from multiprocessing import Manager, Process


def run(function, *args):
    workers = [Process(target=function, args=args) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert all(worker.exitcode == 0 for worker in workers), "a worker has failed"


def work(tickets, mine, lock):
    with lock:
        tickets.append("ticket")
        mine.append(len(tickets))


def main():
    with Manager() as manager:
        tickets, mine = manager.list(), manager.list()
        run(work, tickets, mine, manager.Lock())
        assert sorted(mine) == [1, 2], "two workers hold the same number"
