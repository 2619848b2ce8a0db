# fails: one_at_a_time: every process has a Value of its own, the caller adds them up
# kind: wrong_result
from multiprocessing import Process, Value


def add(value, times):
    for _ in range(times):
        with value.get_lock():
            value.value += 1


def count(processes, increments):
    values = [Value("i", 0) for _ in range(processes)]
    workers = [Process(target=add, args=(value, increments)) for value in values]
    for w in workers:
        w.start()
    for w in workers:
        w.join()
    return sum(value.value for value in values)
