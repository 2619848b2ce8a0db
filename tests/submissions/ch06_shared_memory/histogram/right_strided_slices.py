# right: the textbook: strided shares, the Array's own lock around each addition, checked before anything starts
import multiprocessing


def add(values, bins):
    for value in values:
        with bins.get_lock():
            bins[value] += 1


def histogram(values, bins, processes=2):
    values = list(values)
    for value in values:
        if not 0 <= value < bins:
            raise ValueError(f"{value} is not in range({bins})")
    shared = multiprocessing.Array("i", bins)
    workers = [multiprocessing.Process(target=add, args=(values[i::processes], shared)) for i in range(processes)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return list(shared)
