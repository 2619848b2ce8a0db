# fails: no_lost_update: each process does its first increment before it takes up the lock
# kind: race|wrong_result
from multiprocessing import Process, Value


def add(value, times):
    if times:
        value.value += 1
    for _ in range(times - 1):
        with value.get_lock():
            value.value += 1


def count(processes, increments):
    value = Value("i", 0)
    workers = [Process(target=add, args=(value, increments)) for _ in range(processes)]
    for w in workers:
        w.start()
    for w in workers:
        w.join()
    return value.value
