# right: every process knows all the values and draws the next index from a shared Value
from multiprocessing import Array, Process, Value


def draw(values, next_index, shared):
    while True:
        with next_index.get_lock():
            index = next_index.value
            next_index.value = index + 1
        if index >= len(values):
            return
        with shared.get_lock():
            shared[values[index]] += 1


def histogram(values, bins, processes=2):
    values = list(values)
    for value in values:
        if value not in range(bins):
            raise ValueError(value)
    next_index, shared = Value("i", 0), Array("i", bins)
    workers = [Process(target=draw, args=(values, next_index, shared)) for _ in range(processes)]
    for w in workers:
        w.start()
    for w in workers:
        w.join()
    return list(shared)
