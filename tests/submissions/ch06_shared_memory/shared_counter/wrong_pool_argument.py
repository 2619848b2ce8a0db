# fails: basics: a Value may only be inherited; as an argument of Pool.map it raises RuntimeError
# kind: exception|leak
from functools import partial
from multiprocessing import Pool, Value


def add(value, times):
    for _ in range(times):
        with value.get_lock():
            value.value += 1


def count(processes, increments):
    value = Value("i", 0)
    with Pool(processes) as pool:
        pool.map(partial(add, value), [increments] * processes, chunksize=1)
    return value.value
