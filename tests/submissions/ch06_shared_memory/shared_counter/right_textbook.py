# right: the textbook: the Value's own lock around the addition
import multiprocessing


def add(shared, times):
    for _ in range(times):
        with shared.get_lock():
            shared.value += 1


def count(processes, increments):
    shared = multiprocessing.Value("i", 0)
    workers = [multiprocessing.Process(target=add, args=(shared, increments)) for _ in range(processes)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return shared.value
