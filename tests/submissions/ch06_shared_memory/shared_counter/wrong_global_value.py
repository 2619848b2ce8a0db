# fails: basics: the Value is a global that only fork carries over; a spawned process knows none and dies, 0 is returned
# kind: wrong_result|exception
from multiprocessing import Process, Value


def add(times):
    for _ in range(times):
        with shared.get_lock():
            shared.value += 1


def count(processes, increments):
    global shared
    shared = Value("i", 0)
    workers = [Process(target=add, args=(increments,)) for _ in range(processes)]
    for w in workers:
        w.start()
    for w in workers:
        w.join()
    return shared.value
