# fails: real_processes: the Value is an unsigned byte: at 256 it begins again at 0
# kind: wrong_result
from multiprocessing import Process, Value


def add(value, times):
    for _ in range(times):
        with value.get_lock():
            value.value += 1


def count(processes, increments):
    value = Value("B", 0)
    workers = [Process(target=add, args=(value, increments)) for _ in range(processes)]
    for w in workers:
        w.start()
    for w in workers:
        w.join()
    return value.value
