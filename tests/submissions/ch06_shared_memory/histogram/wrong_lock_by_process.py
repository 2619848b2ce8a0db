# fails: no_lost_update: the lock is chosen by the process, not by the bin: both add to bin 0 at once
# kind: race|wrong_result
from multiprocessing import Array, Lock, Process


def add(share, shared, lock):
    for value in share:
        with lock:
            shared[value] += 1


def histogram(values, bins, processes=2):
    values = list(values)
    if any(not 0 <= value < bins for value in values):
        raise ValueError("out of range")
    shared = Array("i", bins)
    locks = [Lock() for _ in range(processes)]
    workers = [Process(target=add, args=(values[i::processes], shared, locks[i])) for i in range(processes)]
    for w in workers:
        w.start()
    for w in workers:
        w.join()
    return list(shared)
