# fails: no_lost_update: one process holds bin 0's lock and wants bin 1's, the other holds bin 1's and wants bin 0's
# kind: deadlock|hang
from contextlib import ExitStack
from multiprocessing import Array, Lock, Process


def merge(share, shared, locks):
    with ExitStack() as stack:
        for value in dict.fromkeys(share):
            stack.enter_context(locks[value])
        for value in share:
            shared[value] += 1


def histogram(values, bins, processes=2):
    values = list(values)
    if any(not 0 <= value < bins for value in values):
        raise ValueError("out of range")
    shared = Array("i", bins)
    locks = [Lock() for _ in range(bins)]
    workers = [Process(target=merge, args=(values[i::processes], shared, locks)) for i in range(processes)]
    for w in workers:
        w.start()
    for w in workers:
        w.join()
    return list(shared)
