# fails: basics: each process adds into an Array of its own, the caller sums them up
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
    arrays = [Array("i", bins) for _ in range(processes)]
    workers = [Process(target=add, args=(values[i::processes], arrays[i])) for i in range(processes)]
    for w in workers:
        w.start()
    for w in workers:
        w.join()
    return [sum(column) for column in zip(*arrays)]
