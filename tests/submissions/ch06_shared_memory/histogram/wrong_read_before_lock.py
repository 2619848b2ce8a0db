# fails: no_lost_update: the bin is read before the lock is taken; another process adds in between
# kind: race|wrong_result
from multiprocessing import Array, Process


def add(share, shared):
    for value in share:
        new = shared[value] + 1
        with shared.get_lock():
            shared[value] = new


def histogram(values, bins, processes=2):
    values = list(values)
    if any(not 0 <= value < bins for value in values):
        raise ValueError("out of range")
    shared = Array("i", bins)
    workers = [Process(target=add, args=(values[i::processes], shared)) for i in range(processes)]
    for w in workers:
        w.start()
    for w in workers:
        w.join()
    return list(shared)
