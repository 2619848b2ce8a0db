# right: a pool whose initializer does the counting: every worker runs it exactly once, and gets no task at all
from multiprocessing import Pool, Value


def count_in_worker(shared, times):
    for _ in range(times):
        with shared.get_lock():
            shared.value += 1


def count(processes, increments):
    shared = Value("i", 0)
    if processes:
        pool = Pool(processes, initializer=count_in_worker, initargs=(shared, increments))
        pool.close()
        pool.join()
    return shared.value
