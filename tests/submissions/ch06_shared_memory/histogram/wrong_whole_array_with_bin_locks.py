# fails: no_lost_update: one process adds to bin 0, another to bin 1, each under its bin's lock, but both write the whole array
# kind: race|wrong_result
from multiprocessing import Array, Lock, Process


def add(share, shared, locks):
    for value in share:
        with locks[value]:
            numbers = shared[:]
            numbers[value] += 1
            shared[:] = numbers


def histogram(values, bins, processes=2):
    values = list(values)
    if any(not 0 <= value < bins for value in values):
        raise ValueError("out of range")
    shared = Array("i", bins)
    locks = [Lock() for _ in range(bins)]
    workers = [Process(target=add, args=(values[i::processes], shared, locks)) for i in range(processes)]
    for w in workers:
        w.start()
    for w in workers:
        w.join()
    return list(shared)
