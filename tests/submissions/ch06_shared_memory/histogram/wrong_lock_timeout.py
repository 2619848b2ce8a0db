# fails: no_lost_update: acquire(timeout=1) expires while the other process is slow inside; the value is skipped
# kind: wrong_result|race
from multiprocessing import Array, Lock, Process


def add(share, shared, lock):
    for value in share:
        if lock.acquire(timeout=1):
            shared[value] += 1
            lock.release()


def histogram(values, bins, processes=2):
    values = list(values)
    if any(not 0 <= value < bins for value in values):
        raise ValueError("out of range")
    shared, lock = Array("i", bins), Lock()
    workers = [Process(target=add, args=(values[i::processes], shared, lock)) for i in range(processes)]
    for w in workers:
        w.start()
    for w in workers:
        w.join()
    return list(shared)
