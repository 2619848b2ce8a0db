# right: the workers check; who meets a bad value sets a shared flag and ends, the caller raises when all are joined
from multiprocessing import Array, Event, Process


def work(share, bins, bad):
    for value in share:
        if value < 0 or value >= len(bins):
            bad.set()
            return
        with bins.get_lock():
            bins[value] += 1


def histogram(values, bins, processes=2):
    values = list(values)
    shared, bad = Array("i", bins), Event()
    team = [Process(target=work, args=(values[i::processes], shared, bad), daemon=True) for i in range(processes)]
    for p in team:
        p.start()
    for p in team:
        p.join()
    if bad.is_set():
        raise ValueError("a value out of range")
    return list(shared[:])
