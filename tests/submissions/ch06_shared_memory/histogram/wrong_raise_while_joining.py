# fails: errors: the first process's bad exit code is raised at once; the second process is still running then
# kind: leak
from multiprocessing import Array, Process


def add(share, bins, shared):
    for value in share:
        if not 0 <= value < bins:
            raise SystemExit(1)
        with shared.get_lock():
            shared[value] += 1


def histogram(values, bins, processes=2):
    values = list(values)
    shared = Array("i", bins)
    workers = [Process(target=add, args=(values[i::processes], bins, shared)) for i in range(processes)]
    for w in workers:
        w.start()
    for w in workers:
        w.join()
        if w.exitcode:
            raise ValueError("out of range")
    return list(shared)
