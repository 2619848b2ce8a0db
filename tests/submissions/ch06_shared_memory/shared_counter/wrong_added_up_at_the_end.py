# fails: one_at_a_time: each process counts for itself and adds the sum in one go
# kind: wrong_result|overlap
from multiprocessing import Process, Value


def add(value, times):
    mine = 0
    for _ in range(times):
        mine += 1
    with value.get_lock():
        value.value += mine


def count(processes, increments):
    value = Value("i", 0)
    workers = [Process(target=add, args=(value, increments)) for _ in range(processes)]
    for w in workers:
        w.start()
    for w in workers:
        w.join()
    return value.value
