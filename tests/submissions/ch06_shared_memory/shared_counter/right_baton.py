# right: no lock: a baton goes round the processes, who has it may add
from multiprocessing import Process, Semaphore, Value


def runner(total, mine, following, laps):
    for _ in range(laps):
        mine.acquire()
        total.value += 1
        following.release()


def count(processes, increments):
    total = Value("i", 0, lock=False)
    batons = [Semaphore(0) for _ in range(processes)]
    runners = [
        Process(target=runner, args=(total, batons[i], batons[(i + 1) % processes], increments)) for i in range(processes)
    ]
    for r in runners:
        r.start()
    if batons:
        batons[0].release()
    for r in runners:
        r.join()
    return total.value
