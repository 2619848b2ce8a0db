# fails: basics: len(values) // processes cuts off the values that are over
# kind: wrong_result
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
    size = len(values) // processes
    workers = [Process(target=add, args=(values[i * size:(i + 1) * size], shared)) for i in range(processes)]
    for w in workers:
        w.start()
    for w in workers:
        w.join()
    return list(shared)
