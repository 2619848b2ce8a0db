# fails: no_lost_update: acquire(timeout=5) expires while another process is slow inside; the addition is done without the lock
# kind: race|wrong_result|exception
from multiprocessing import Lock, Process, Value


def add(value, lock, times):
    for _ in range(times):
        got = lock.acquire(timeout=5)
        value.value += 1
        if got:
            lock.release()


def count(processes, increments):
    value, lock = Value("i", 0, lock=False), Lock()
    workers = [Process(target=add, args=(value, lock, increments)) for _ in range(processes)]
    for w in workers:
        w.start()
    for w in workers:
        w.join()
    return value.value
