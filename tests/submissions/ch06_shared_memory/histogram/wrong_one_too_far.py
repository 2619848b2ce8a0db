# fails: errors: value == bins passes the check, the worker dies of an IndexError and the caller returns a short count
# kind: wrong_result|exception
from multiprocessing import Array, Process


def add(share, shared):
    for value in share:
        with shared.get_lock():
            shared[value] += 1


def histogram(values, bins, processes=2):
    values = list(values)
    if not all(0 <= value <= bins for value in values):
        raise ValueError("out of range")
    shared = Array("i", bins)
    workers = [Process(target=add, args=(values[i::processes], shared)) for i in range(processes)]
    for w in workers:
        w.start()
    for w in workers:
        w.join()
    return list(shared)
