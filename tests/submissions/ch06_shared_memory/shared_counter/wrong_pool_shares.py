# fails: one_at_a_time: two shares of a pool may both be taken by the same worker: the other process adds nothing
# kind: wrong_result
from multiprocessing import Pool, Value

shared = None


def keep(value):
    global shared
    shared = value


def add(times):
    for _ in range(times):
        with shared.get_lock():
            shared.value += 1


def count(processes, increments):
    value = Value("i", 0)
    pool = Pool(processes, initializer=keep, initargs=(value,))
    pool.map(add, [increments] * processes, chunksize=1)
    pool.close()
    pool.join()
    return value.value
