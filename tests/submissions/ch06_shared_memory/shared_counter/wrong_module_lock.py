# fails: no_lost_update: the module's lock is made anew by the import in each spawned process: each has another lock
# kind: race|wrong_result
import threading
from multiprocessing import Process, Value

LOCK = threading.Lock()


def add(value, times):
    for _ in range(times):
        with LOCK:
            value.value += 1


def count(processes, increments):
    value = Value("i", 0)
    workers = [Process(target=add, args=(value, increments)) for _ in range(processes)]
    for w in workers:
        w.start()
    for w in workers:
        w.join()
    return value.value
