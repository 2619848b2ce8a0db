# fails: basics: the caller joins processes until the total is reached; the last ones to be looked at are never joined
# kind: leak
from multiprocessing import Process, Value


def add(value, times):
    for _ in range(times):
        with value.get_lock():
            value.value += 1


def count(processes, increments):
    value = Value("i", 0)
    workers = [Process(target=add, args=(value, increments)) for _ in range(processes)]
    for w in workers:
        w.start()
    for w in workers:
        if value.value == processes * increments:
            break
        w.join()
    return value.value
