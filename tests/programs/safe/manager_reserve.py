# right: looking and taking are one critical section
from multiprocessing import Manager, Process


def reserve(seats, lock, who):
    with lock:
        if 7 not in seats:
            seats[7] = who
            return True
        return False


def main():
    with Manager() as manager:
        seats, lock = manager.dict(), manager.Lock()
        names = manager.list()
        workers = [Process(target=note, args=(names, seats, lock, who)) for who in ("ann", "bob")]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        assert len(names) == 1, "one seat is sold twice"


def note(names, seats, lock, who):
    if reserve(seats, lock, who):
        names.append(who)
