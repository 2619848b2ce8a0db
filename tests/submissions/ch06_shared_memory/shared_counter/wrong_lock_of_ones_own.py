# fails: no_lost_update: each process makes a lock of its own, which keeps nobody out
# kind: race|wrong_result
from multiprocessing import Lock, Process, Value


def add(value, times):
    lock = Lock()
    for _ in range(times):
        with lock:
            value.value += 1


def count(processes, increments):
    value = Value("i", 0)
    workers = [Process(target=add, args=(value, increments)) for _ in range(processes)]
    for w in workers:
        w.start()
    for w in workers:
        w.join()
    return value.value
