# right: no lock: the processes add their counts one after the other, each waits for the baton of the one before it
from itertools import islice
from multiprocessing import Array, Process, Semaphore


def lap(share, shared, mine, following):
    counts = {}
    for value in share:
        counts[value] = counts.get(value, 0) + 1
    mine.acquire()
    for value in counts:
        shared[value] += counts[value]
    following.release()


def histogram(values, bins, processes=2):
    values = list(values)
    if not set(values) <= set(range(bins)):
        raise ValueError("values out of range: %r" % sorted(set(values) - set(range(bins))))
    shared = Array("i", bins, lock=False)
    batons = [Semaphore(1)] + [Semaphore(0) for _ in range(processes)]
    source = iter(values)
    base, more = divmod(len(values), processes)
    team = []
    for i in range(processes):
        share = list(islice(source, base + (i < more)))
        team.append(Process(target=lap, args=(share, shared, batons[i], batons[i + 1])))
    for p in team:
        p.start()
    for p in team:
        p.join()
    return list(shared)
