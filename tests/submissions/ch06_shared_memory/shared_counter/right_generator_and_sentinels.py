# right: a generator of locked steps; the caller waits for the processes by their sentinels before it joins them
from multiprocessing import Process, Value
from multiprocessing.connection import wait


def steps(value, times):
    lock = value.get_lock()
    for step in range(times):
        lock.acquire()
        value.value += 1
        lock.release()
        yield step


def go_through(value, times):
    for _ in steps(value, times):
        pass


def count(processes, increments):
    value = Value("i")
    alive = {}
    for _ in range(processes):
        process = Process(target=go_through, args=(value, increments))
        process.start()
        alive[process.sentinel] = process
    while alive:
        for sentinel in wait(list(alive)):
            alive.pop(sentinel).join()
    return value.value
