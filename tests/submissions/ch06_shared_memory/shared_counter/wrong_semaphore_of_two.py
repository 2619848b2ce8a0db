# fails: no_lost_update: the semaphore that serves as a lock lets two in: both read the same number
# kind: race|wrong_result
from multiprocessing import Process, Semaphore, Value


def add(value, mutex, times):
    for _ in range(times):
        with mutex:
            value.value += 1


def count(processes, increments):
    value, mutex = Value("i", 0), Semaphore(2)
    workers = [Process(target=add, args=(value, mutex, increments)) for _ in range(processes)]
    for w in workers:
        w.start()
    for w in workers:
        w.join()
    return value.value
