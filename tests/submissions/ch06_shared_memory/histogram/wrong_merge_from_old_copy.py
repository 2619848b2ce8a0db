# fails: no_lost_update: the whole array is copied before the lock and written back under it: a merge in between is undone
# kind: race|wrong_result
from multiprocessing import Array, Process


def merge(share, shared):
    total = shared[:]
    for value in share:
        total[value] += 1
    with shared.get_lock():
        shared[:] = total


def histogram(values, bins, processes=2):
    values = list(values)
    if any(not 0 <= value < bins for value in values):
        raise ValueError("out of range")
    shared = Array("i", bins)
    workers = [Process(target=merge, args=(values[i::processes], shared)) for i in range(processes)]
    for w in workers:
        w.start()
    for w in workers:
        w.join()
    return list(shared)
