# fails: no_lost_update: the array is copied before the lock; what others add meanwhile is overwritten
# kind: wrong_result|race
import multiprocessing as mp


def add(array, values):
    now = array[:]
    for v in values:
        now[v] += 1
    with array.get_lock():
        array[:] = now


def histogram(values, bins, processes=2):
    values = list(values)
    for v in values:
        if not 0 <= v < bins:
            raise ValueError(f"{v} is out of range")
    array = mp.Array("i", bins)
    workers = [mp.Process(target=add, args=(array, values[n::processes])) for n in range(processes)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return list(array)
