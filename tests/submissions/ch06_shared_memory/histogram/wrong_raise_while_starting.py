# fails: errors: the shares are checked one by one as the processes are started; a bad second share leaves the first one running
# kind: leak
from multiprocessing import Array, Process


def add(share, shared):
    for value in share:
        with shared.get_lock():
            shared[value] += 1


def histogram(values, bins, processes=2):
    values = list(values)
    shared = Array("i", bins)
    workers = []
    for i in range(processes):
        share = values[i::processes]
        for value in share:
            if not 0 <= value < bins:
                raise ValueError(value)
        workers.append(Process(target=add, args=(share, shared)))
        workers[-1].start()
    for w in workers:
        w.join()
    return list(shared)
