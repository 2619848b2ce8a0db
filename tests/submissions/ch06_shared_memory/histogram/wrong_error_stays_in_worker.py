# fails: errors: the worker's ValueError is printed there; the caller returns as if nothing had been
# kind: wrong_result
from multiprocessing import Array, Process


def add(share, bins, shared):
    for value in share:
        if not 0 <= value < bins:
            raise ValueError(value)
        with shared.get_lock():
            shared[value] += 1


def histogram(values, bins, processes=2):
    values = list(values)
    shared = Array("i", bins)
    workers = [Process(target=add, args=(values[i::processes], bins, shared)) for i in range(processes)]
    for w in workers:
        w.start()
    for w in workers:
        w.join()
    return list(shared)
