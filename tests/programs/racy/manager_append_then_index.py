# kind: wrong_result|race
# schedule: the other's append comes between this one's append and its look at the last item
from multiprocessing import Manager, Process


def run(function, *args):
    workers = [Process(target=function, args=args) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert all(worker.exitcode == 0 for worker in workers), "a worker has failed"


def work(tickets, mine):
    tickets.append("ticket")
    mine.append(len(tickets))


def main():
    with Manager() as manager:
        tickets, mine = manager.list(), manager.list()
        run(work, tickets, mine)
        assert sorted(mine) == [1, 2], "two workers hold the same number"
