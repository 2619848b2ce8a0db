# right: a Value without a lock, and a Lock of the module's own handed over beside it
from multiprocessing import Lock, Process, Value


def _adder(number, mutex, times):
    while times > 0:
        mutex.acquire()
        try:
            number.value = number.value + 1
        finally:
            mutex.release()
        times -= 1


def count(processes, increments):
    number, mutex = Value("l", 0, lock=False), Lock()
    crew = []
    for _ in range(processes):
        crew.append(Process(target=_adder, args=(number, mutex, increments)))
        crew[-1].start()
    for process in crew:
        process.join()
    return number.value
