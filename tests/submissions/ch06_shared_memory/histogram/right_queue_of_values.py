# right: the values go through a queue, whoever is free takes the next one; None ends a worker
from multiprocessing import Array, Process, SimpleQueue


def take(todo, shared):
    for value in iter(todo.get, None):
        with shared.get_lock():
            shared[value] += 1


def histogram(values, bins, processes=2):
    values = list(values)
    allowed = range(bins)
    bad = [value for value in values if value not in allowed]
    if bad:
        raise ValueError(bad)
    todo, shared = SimpleQueue(), Array("i", bins)
    takers = [Process(target=take, args=(todo, shared)) for _ in range(processes)]
    for taker in takers:
        taker.start()
    for value in values:
        todo.put(value)
    for _ in takers:
        todo.put(None)
    for taker in takers:
        taker.join()
    return list(shared)
