# fails: errors: after a bad value the other processes are terminated but not joined: they, or their zombies, are left
# kind: leak
from multiprocessing import Array, Process, SimpleQueue


def add(share, bins, shared, reports):
    for value in share:
        if not 0 <= value < bins:
            reports.put(value)
            return
        with shared.get_lock():
            shared[value] += 1
    reports.put(None)


def histogram(values, bins, processes=2):
    values = list(values)
    shared, reports = Array("i", bins), SimpleQueue()
    workers = [Process(target=add, args=(values[i::processes], bins, shared, reports)) for i in range(processes)]
    for w in workers:
        w.start()
    for _ in workers:
        bad = reports.get()
        if bad is not None:
            for w in workers:
                w.terminate()
            raise ValueError(bad)
    for w in workers:
        w.join()
    return list(shared)
