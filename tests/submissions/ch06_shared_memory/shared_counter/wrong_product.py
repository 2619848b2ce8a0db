# fails: one_at_a_time: nothing is counted at all: the result is computed
# kind: wrong_result
from multiprocessing import Process, Value


def add(value, total):
    with value.get_lock():
        value.value = total


def count(processes, increments):
    value = Value("i", 0)
    worker = Process(target=add, args=(value, processes * increments))
    worker.start()
    worker.join()
    return value.value
