# fails: basics: the Value is given a plain Lock; value.value takes it again inside the with: the process waits for itself
# kind: deadlock|hang
from multiprocessing import Lock, Process, Value


def add(value, times):
    for _ in range(times):
        with value.get_lock():
            value.value += 1


def count(processes, increments):
    value = Value("i", 0, lock=Lock())
    workers = [Process(target=add, args=(value, increments)) for _ in range(processes)]
    for w in workers:
        w.start()
    for w in workers:
        w.join()
    return value.value
