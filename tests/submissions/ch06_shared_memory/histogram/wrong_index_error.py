# fails: errors: a value out of range is an IndexError in the caller, not a ValueError
# kind: exception|wrong_result
from multiprocessing import Array, Process


def add(share, shared):
    for value in share:
        with shared.get_lock():
            shared[value] += 1


def histogram(values, bins, processes=2):
    values = list(values)
    places = list(range(bins))
    for value in values:
        places[value if value >= 0 else bins]
    shared = Array("i", bins)
    workers = [Process(target=add, args=(values[i::processes], shared)) for i in range(processes)]
    for w in workers:
        w.start()
    for w in workers:
        w.join()
    return list(shared)
