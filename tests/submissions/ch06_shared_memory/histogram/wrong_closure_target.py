# fails: basics: the target is a function inside histogram: spawn cannot pickle it
# kind: exception
from multiprocessing import Array, Process


def histogram(values, bins, processes=2):
    values = list(values)
    if any(not 0 <= value < bins for value in values):
        raise ValueError("out of range")
    shared = Array("i", bins)

    def add(number):
        for value in values[number::processes]:
            with shared.get_lock():
                shared[value] += 1

    workers = [Process(target=add, args=(i,)) for i in range(processes)]
    for w in workers:
        w.start()
    for w in workers:
        w.join()
    return list(shared)
