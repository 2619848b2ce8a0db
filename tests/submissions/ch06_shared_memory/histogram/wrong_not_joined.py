# fails: basics: a semaphore says when each share is counted, the processes themselves are not waited for
# kind: leak
from multiprocessing import Array, Process, Semaphore


def add(share, shared, done):
    for value in share:
        with shared.get_lock():
            shared[value] += 1
    done.release()


def histogram(values, bins, processes=2):
    values = list(values)
    if any(not 0 <= value < bins for value in values):
        raise ValueError("out of range")
    shared, done = Array("i", bins), Semaphore(0)
    for i in range(processes):
        Process(target=add, args=(values[i::processes], shared, done)).start()
    for _ in range(processes):
        done.acquire()
    return list(shared)
