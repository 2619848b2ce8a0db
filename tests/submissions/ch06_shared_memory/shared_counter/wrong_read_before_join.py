# fails: basics: the result is read before the processes have ended: increments are still to come
# kind: wrong_result|race
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
    result = value.value
    for w in workers:
        w.join()
    return result
