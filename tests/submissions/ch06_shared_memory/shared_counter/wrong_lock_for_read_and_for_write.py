# fails: no_lost_update: the lock is let go between the reading and the writing; two processes read the same number
# kind: race|wrong_result
from multiprocessing import Process, Value


def add(value, times):
    for _ in range(times):
        with value.get_lock():
            old = value.value
        with value.get_lock():
            value.value = old + 1


def count(processes, increments):
    value = Value("i", 0)
    workers = [Process(target=add, args=(value, increments)) for _ in range(processes)]
    for w in workers:
        w.start()
    for w in workers:
        w.join()
    return value.value
