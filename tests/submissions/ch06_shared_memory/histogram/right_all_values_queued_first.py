# right: a queue is filled with the values and the end marks before the processes start
import multiprocessing as mp


def add(array, values):
    for v in iter(values.get, None):
        with array.get_lock():
            array[v] += 1


def histogram(values, bins, processes=2):
    values = list(values)
    for v in values:
        if not 0 <= v < bins:
            raise ValueError(f"{v} is out of range")
    queue = mp.Queue()
    for v in values + [None] * processes:
        queue.put(v)
    array = mp.Array("i", bins)
    workers = [mp.Process(target=add, args=(array, queue)) for n in range(processes)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    queue.close()
    return list(array)
