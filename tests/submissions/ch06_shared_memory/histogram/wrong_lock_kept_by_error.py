# fails: errors: the bad value is found with the lock held, which is never released; the other process waits for ever
# kind: deadlock|hang
from multiprocessing import Array, Lock, Process


def add(share, shared, lock):
    for value in share:
        lock.acquire()
        if not 0 <= value < len(shared):
            raise SystemExit(1)
        shared[value] += 1
        lock.release()


def histogram(values, bins, processes=2):
    values = list(values)
    shared, lock = Array("i", bins), Lock()
    workers = [Process(target=add, args=(values[i::processes], shared, lock)) for i in range(processes)]
    for w in workers:
        w.start()
    for w in workers:
        w.join()
    if any(w.exitcode for w in workers):
        raise ValueError("out of range")
    return list(shared)
