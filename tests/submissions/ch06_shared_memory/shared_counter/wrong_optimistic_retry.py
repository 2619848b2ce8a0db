# fails: no_lost_update: between "is it still the old number" and the writing another process writes
# kind: race|wrong_result
from multiprocessing import Process, Value


def add(value, times):
    for _ in range(times):
        old = value.value
        if value.value == old:
            value.value = old + 1
        else:
            with value.get_lock():
                value.value += 1


def count(processes, increments):
    value = Value("i", 0)
    workers = [Process(target=add, args=(value, increments)) for _ in range(processes)]
    for w in workers:
        w.start()
    for w in workers:
        w.join()
    return value.value
