# fails: errors: a process is terminated while it holds the Array's lock; the caller then reads the array and waits for ever
# kind: deadlock|hang
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
    bad = []
    for _ in workers:
        report = reports.get()
        if report is not None:
            bad.append(report)
            break
    if bad:
        for w in workers:
            w.terminate()
    for w in workers:
        w.join()
    result = list(shared)
    if bad:
        raise ValueError(f"{bad[0]} is out of range, so far {result}")
    return result
