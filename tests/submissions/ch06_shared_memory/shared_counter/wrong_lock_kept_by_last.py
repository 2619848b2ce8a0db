# fails: basics: the last increment leaves the loop by break with the lock held; the next process waits for ever
# kind: deadlock|hang
from multiprocessing import Lock, Process, Value


def add(value, lock, times):
    done = 0
    while times:
        lock.acquire()
        value.value += 1
        done += 1
        if done == times:
            break
        lock.release()


def count(processes, increments):
    value, lock = Value("i", 0), Lock()
    workers = [Process(target=add, args=(value, lock, increments)) for _ in range(processes)]
    for w in workers:
        w.start()
    for w in workers:
        w.join()
    return value.value
