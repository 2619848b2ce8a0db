# right: each process counts its share for itself and merges it under one hold of the lock
from collections import Counter
from multiprocessing import Array, Process


def merge(share, shared):
    mine = Counter(share)
    with shared:
        for value, number in mine.items():
            shared[value] += number


def histogram(values, bins, processes=2):
    values = tuple(values)
    if any(value not in range(bins) for value in values):
        raise ValueError("a value is out of range")
    size = -(-len(values) // processes)
    shared = Array("l", [0] * bins)
    crew = []
    for i in range(processes):
        crew.append(Process(target=merge, args=(values[i * size:(i + 1) * size], shared)))
        crew[-1].start()
    for process in crew:
        process.join()
    return shared[:]
