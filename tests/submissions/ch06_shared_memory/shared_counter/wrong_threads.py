# fails: one_at_a_time: multiprocessing.dummy's Process is a thread: no process is ever started
# kind: wrong_result|forbidden
from multiprocessing import Value
from multiprocessing.dummy import Process


def add(value, lock, times):
    for _ in range(times):
        with lock:
            value.value += 1


def count(processes, increments):
    value = Value("i", 0)
    workers = [Process(target=add, args=(value, value.get_lock(), increments)) for _ in range(processes)]
    for w in workers:
        w.start()
    for w in workers:
        w.join()
    return value.value
