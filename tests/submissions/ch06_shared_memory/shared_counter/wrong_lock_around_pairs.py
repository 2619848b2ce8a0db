# fails: one_at_a_time: two increments are made under one hold of the lock
# kind: overlap|wrong_result
from multiprocessing import Process, Value


def add(value, times):
    left = times
    while left:
        with value.get_lock():
            for _ in range(min(2, left)):
                value.value += 1
                left -= 1


def count(processes, increments):
    value = Value("i", 0)
    workers = [Process(target=add, args=(value, increments)) for _ in range(processes)]
    for w in workers:
        w.start()
    for w in workers:
        w.join()
    return value.value
