# fails: basics: the caller looks at the sum of the array again and again
# kind: livelock
import time
from multiprocessing import Array, Process


def add(share, shared):
    for value in share:
        with shared.get_lock():
            shared[value] += 1


def histogram(values, bins, processes=2):
    values = list(values)
    if any(not 0 <= value < bins for value in values):
        raise ValueError("out of range")
    shared = Array("i", bins)
    workers = [Process(target=add, args=(values[i::processes], shared)) for i in range(processes)]
    for w in workers:
        w.start()
    while sum(shared[:]) < len(values):
        time.sleep(0.01)
    for w in workers:
        w.join()
    return list(shared)
