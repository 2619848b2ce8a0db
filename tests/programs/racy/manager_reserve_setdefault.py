# kind: wrong_result|race
# schedule: get() finds nothing for both, then both store themselves
from multiprocessing import Manager, Process


def reserve(seats, who):
    if seats.get(7) is None:
        seats[7] = who
    return seats[7] == who


def main():
    with Manager() as manager:
        seats = manager.dict()
        names = manager.list()
        workers = [Process(target=note, args=(names, seats, who)) for who in ("ann", "bob")]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        assert len(names) == 1, "one seat is sold twice"


def note(names, seats, who):
    if reserve(seats, who):
        names.append(who)
