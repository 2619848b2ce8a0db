# fails: basics: the Array is a global that only fork carries over; a spawned process finds None and dies
# kind: wrong_result|exception
from multiprocessing import Array, Process

shared = None


def add(share):
    for value in share:
        with shared.get_lock():
            shared[value] += 1


def histogram(values, bins, processes=2):
    global shared
    values = list(values)
    if any(not 0 <= value < bins for value in values):
        raise ValueError("out of range")
    shared = Array("i", bins)
    workers = [Process(target=add, args=(values[i::processes],)) for i in range(processes)]
    for w in workers:
        w.start()
    for w in workers:
        w.join()
    return list(shared)
