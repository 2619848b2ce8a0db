# fails: no_lost_update: only the last process is joined; another one adds after the value was read
# kind: leak|wrong_result|race
import multiprocessing as mp


def add(value, increments):
    for _ in range(increments):
        with value.get_lock():
            value.value += 1


def count(processes, increments):
    value = mp.Value("i", 0)
    workers = [mp.Process(target=add, args=(value, increments)) for _ in range(processes)]
    for worker in workers:
        worker.start()
    workers[-1].join()
    return value.value
