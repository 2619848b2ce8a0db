# fails: basics: the tally is a plain list: each process adds into its own copy
# kind: wrong_result
from multiprocessing import Lock, Process


def add(share, tally, lock):
    for value in share:
        with lock:
            tally[value] += 1


def histogram(values, bins, processes=2):
    values = list(values)
    if any(not 0 <= value < bins for value in values):
        raise ValueError("out of range")
    tally, lock = [0] * bins, Lock()
    workers = [Process(target=add, args=(values[i::processes], tally, lock)) for i in range(processes)]
    for w in workers:
        w.start()
    for w in workers:
        w.join()
    return tally
