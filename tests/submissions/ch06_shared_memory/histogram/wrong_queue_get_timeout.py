# fails: no_lost_update: the caller is slow to put; get(timeout=1) expires in the workers, they leave and values stay in the queue
# kind: wrong_result|livelock|deadlock|hang
import queue
from multiprocessing import Array, Process, Queue


def take(todo, shared):
    while True:
        try:
            value = todo.get(timeout=1)
        except queue.Empty:
            return
        with shared.get_lock():
            shared[value] += 1


def histogram(values, bins, processes=2):
    values = list(values)
    if any(not 0 <= value < bins for value in values):
        raise ValueError("out of range")
    todo, shared = Queue(), Array("i", bins)
    workers = [Process(target=take, args=(todo, shared)) for _ in range(processes)]
    for w in workers:
        w.start()
    for value in values:
        todo.put(value)
    for w in workers:
        w.join()
    todo.close()
    todo.join_thread()
    return list(shared)
