# kind: wrong_result|race
# schedule: ann and bob both find the seat free before one of them takes it
from multiprocessing import Manager, Process


def reserve(seats, who):
    if 7 not in seats:
        seats[7] = who
        return True
    return False


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
