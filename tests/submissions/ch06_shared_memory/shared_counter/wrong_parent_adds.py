# fails: one_at_a_time: the processes only send notes; the additions are all made by the caller
# kind: wrong_result
from multiprocessing import Process, SimpleQueue, Value


def note(queue, times):
    for _ in range(times):
        queue.put(1)


def count(processes, increments):
    value, queue = Value("i", 0), SimpleQueue()
    workers = [Process(target=note, args=(queue, increments)) for _ in range(processes)]
    for w in workers:
        w.start()
    for _ in range(processes * increments):
        with value.get_lock():
            value.value += queue.get()
    for w in workers:
        w.join()
    return value.value
