# kind: wrong_result|race
# schedule: both takers are woken by the first item; the second to have the lock finds the list empty
from multiprocessing import Manager, Process


def take(ready, items, taken):
    with ready:
        if not items:
            ready.wait()
        taken.append(items.pop())


def main():
    with Manager() as manager:
        ready, items, taken = manager.Condition(), manager.list(), manager.list()
        takers = [Process(target=take, args=(ready, items, taken)) for _ in range(2)]
        for taker in takers:
            taker.start()
        for item in ("x", "y"):
            with ready:
                items.append(item)
                ready.notify_all()
        for taker in takers:
            taker.join()
        assert [taker.exitcode for taker in takers] == [0, 0], "a taker woke up to an empty list"
