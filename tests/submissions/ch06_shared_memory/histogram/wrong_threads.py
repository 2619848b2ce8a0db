# fails: basics: multiprocessing.dummy's Process is a thread: no process is ever started
# kind: wrong_result|forbidden
from multiprocessing import Array
from multiprocessing.dummy import Process


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
        w.join()
    return list(shared)
