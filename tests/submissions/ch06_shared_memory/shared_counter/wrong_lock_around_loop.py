# fails: one_at_a_time: the lock is kept from the first increment to the last; the others wait all the while
# kind: overlap|wrong_result
from multiprocessing import Process, Value


def add(value, times):
    with value.get_lock():
        for _ in range(times):
            value.value += 1


def count(processes, increments):
    value = Value("i", 0)
    workers = [Process(target=add, args=(value, increments)) for _ in range(processes)]
    for w in workers:
        w.start()
    for w in workers:
        w.join()
    return value.value
