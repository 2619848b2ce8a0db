# fails: no_lost_update: processes 0 and 1 use different locks: both read the same number
# kind: race|wrong_result
from multiprocessing import Lock, Process, Value


def add(value, lock, times):
    for _ in range(times):
        with lock:
            value.value += 1


def count(processes, increments):
    value = Value("i", 0)
    locks = Lock(), Lock()
    workers = [Process(target=add, args=(value, locks[i % 2], increments)) for i in range(processes)]
    for w in workers:
        w.start()
    for w in workers:
        w.join()
    return value.value
