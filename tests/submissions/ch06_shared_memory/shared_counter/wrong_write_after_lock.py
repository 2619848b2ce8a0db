# fails: no_lost_update: a process computes 6 under the lock and writes it after it; another has counted to 6 in between
# kind: race|wrong_result
from multiprocessing import Lock, Process, Value


def add(value, lock, times):
    for _ in range(times):
        with lock:
            new = value.value + 1
        value.value = new


def count(processes, increments):
    value, lock = Value("i", 0, lock=False), Lock()
    workers = [Process(target=add, args=(value, lock, increments)) for _ in range(processes)]
    for w in workers:
        w.start()
    for w in workers:
        w.join()
    return value.value
