# right: a lock of one's own makes it one step
from multiprocessing.dummy import Lock, Process, Value


def add(counter, lock):
    with lock:
        counter.value += 1


def main():
    counter, lock = Value("i", 0), Lock()
    workers = [Process(target=add, args=(counter, lock)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert counter.value == 2, counter.value
