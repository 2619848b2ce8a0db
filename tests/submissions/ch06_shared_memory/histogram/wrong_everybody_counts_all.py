# fails: basics: every process gets all the values: each is counted `processes` times
# kind: wrong_result
from multiprocessing import Array, Process


def add(values, shared):
    for value in values:
        with shared.get_lock():
            shared[value] += 1


def histogram(values, bins, processes=2):
    values = list(values)
    if any(not 0 <= value < bins for value in values):
        raise ValueError("out of range")
    shared = Array("i", bins)
    workers = [Process(target=add, args=(values, shared)) for _ in range(processes)]
    for w in workers:
        w.start()
    for w in workers:
        w.join()
    return list(shared)
