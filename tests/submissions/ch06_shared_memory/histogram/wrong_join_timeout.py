# fails: basics: join(5) expires while a process is slow; the tally is read too early and the process left behind
# kind: leak|wrong_result
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
    workers = [Process(target=add, args=(values[i::processes], shared)) for i in range(processes)]
    for w in workers:
        w.start()
    for w in workers:
        w.join(5)
    return list(shared)
