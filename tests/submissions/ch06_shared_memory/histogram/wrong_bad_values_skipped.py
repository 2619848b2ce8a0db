# fails: errors: values out of range are left out silently
# kind: wrong_result
from multiprocessing import Array, Process


def add(share, shared):
    for value in share:
        if value in range(len(shared)):
            with shared.get_lock():
                shared[value] += 1


def histogram(values, bins, processes=2):
    values = list(values)
    shared = Array("i", bins)
    workers = [Process(target=add, args=(values[i::processes], shared)) for i in range(processes)]
    for w in workers:
        w.start()
    for w in workers:
        w.join()
    return list(shared)
