# fails: basics: the caller asks is_alive() again and again
# kind: livelock
import time
from multiprocessing import Process, Value


def add(value, times):
    for _ in range(times):
        with value.get_lock():
            value.value += 1


def count(processes, increments):
    value = Value("i", 0)
    workers = [Process(target=add, args=(value, increments)) for _ in range(processes)]
    for w in workers:
        w.start()
    while any(w.is_alive() for w in workers):
        time.sleep(0.05)
    for w in workers:
        w.join()
    return value.value
