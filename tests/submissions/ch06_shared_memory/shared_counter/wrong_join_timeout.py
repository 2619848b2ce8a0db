# fails: basics: join(10) expires while a process is slow; the count is read too early, the process left behind
# kind: leak|wrong_result
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
        w.join(10)
    return value.value
