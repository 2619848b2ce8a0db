# fails: basics: no values, so the step of the range is 0, a ValueError
# kind: exception
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
    size = (len(values) + processes - 1) // processes
    workers = [Process(target=add, args=(values[i:i + size], shared)) for i in range(0, len(values), size)]
    for w in workers:
        w.start()
    for w in workers:
        w.join()
    return list(shared)
