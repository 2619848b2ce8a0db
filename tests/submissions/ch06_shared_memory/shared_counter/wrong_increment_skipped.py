# fails: no_lost_update: a process that finds the lock taken goes on to the next round: that increment is never made
# kind: wrong_result|race
from multiprocessing import Lock, Process, Value


def add(value, lock, times):
    for _ in range(times):
        if lock.acquire(block=False):
            value.value += 1
            lock.release()


def count(processes, increments):
    value, lock = Value("i", 0), Lock()
    workers = [Process(target=add, args=(value, lock, increments)) for _ in range(processes)]
    for w in workers:
        w.start()
    for w in workers:
        w.join()
    return value.value
