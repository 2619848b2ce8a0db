# fails: no_lost_update: half of the processes take the Value's lock, get_obj() of the others goes round it
# kind: race|wrong_result
from multiprocessing import Process, Value


def add(value, times):
    for _ in range(times):
        with value.get_lock():
            value.value += 1


def add_raw(value, times):
    raw = value.get_obj()
    for _ in range(times):
        raw.value += 1


def count(processes, increments):
    value = Value("i", 0)
    workers = [Process(target=add_raw if i % 2 else add, args=(value, increments)) for i in range(processes)]
    for w in workers:
        w.start()
    for w in workers:
        w.join()
    return value.value
