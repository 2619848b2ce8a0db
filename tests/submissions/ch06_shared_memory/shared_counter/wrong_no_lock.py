# fails: no_lost_update: two processes read 5, both write 6
# kind: race|wrong_result
from multiprocessing import Process, Value


def add(value, times):
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
