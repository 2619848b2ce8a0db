# fails: one_at_a_time: each process waits until the one before has made all its increments
# kind: overlap
import multiprocessing as mp


def add(value, increments, first, second):
    first.acquire()
    for _ in range(increments):
        with value.get_lock():
            value.value += 1
    second.release()


def count(processes, increments):
    value = mp.Value("i", 0)
    sems = [mp.Semaphore(0) for _ in range(processes + 1)]
    sems[0].release()
    workers = [mp.Process(target=add, args=(value, increments, sems[n], sems[n + 1])) for n in range(processes)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return value.value
