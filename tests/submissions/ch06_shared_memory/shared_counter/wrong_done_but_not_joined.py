# fails: basics: the caller waits until every process has reported its last increment, not until it has ended
# kind: leak
from multiprocessing import Process, Semaphore, Value


def add(value, done, times):
    for _ in range(times):
        with value.get_lock():
            value.value += 1
    done.release()


def count(processes, increments):
    value, done = Value("i", 0), Semaphore(0)
    for _ in range(processes):
        Process(target=add, args=(value, done, increments)).start()
    for _ in range(processes):
        done.acquire()
    return value.value
