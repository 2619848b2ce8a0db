# fails: errors: only the last process's exit code is looked at; a bad value in the first one's share is not noticed
# kind: wrong_result
from multiprocessing import Array, Process


def add(share, bins, shared):
    if any(not 0 <= value < bins for value in share):
        raise SystemExit(1)
    for value in share:
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
    if w.exitcode != 0:
        raise ValueError("out of range")
    return list(shared)
