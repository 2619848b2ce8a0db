# fails: basics: the target is a function inside count: under spawn and forkserver it cannot be pickled
# kind: exception
from multiprocessing import Process, Value


def count(processes, increments):
    value = Value("i", 0)

    def add():
        for _ in range(increments):
            with value.get_lock():
                value.value += 1

    workers = [Process(target=add) for _ in range(processes)]
    for w in workers:
        w.start()
    for w in workers:
        w.join()
    return value.value
