# fails: one_at_a_time: the number is a manager's Value, kept by a server process, not a multiprocessing.Value
# kind: wrong_result|forbidden
from multiprocessing import Manager, Process


def add(value, lock, times):
    for _ in range(times):
        with lock:
            value.value += 1


def count(processes, increments):
    with Manager() as manager:
        value, lock = manager.Value("i", 0), manager.Lock()
        workers = [Process(target=add, args=(value, lock, increments)) for _ in range(processes)]
        for w in workers:
            w.start()
        for w in workers:
            w.join()
        return value.value
