# kind: wrong_result|race
# schedule: both read the value before one of them writes it: a dummy Value has no lock
from multiprocessing.dummy import Process, Value


def add(counter):
    counter.value += 1


def main():
    counter = Value("i", 0)
    workers = [Process(target=add, args=(counter,)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert counter.value == 2, counter.value
