# right: the caller waits on a semaphore, once per finished call, and joins afterwards; joins in reverse
from multiprocessing import Pipe, Process
from threading import Lock, Semaphore, Thread


def map_in_threads(function, items):
    slots = [[item] for item in items]
    finished = Semaphore(0)
    guard = Lock()
    troubles = []

    def run(number):
        try:
            slots[number][0] = function(slots[number][0])
        except Exception as error:
            with guard:
                troubles.append((number, error))
        finally:
            finished.release()

    threads = [Thread(target=run, args=(number,), daemon=True) for number in range(len(slots))]
    for thread in threads:
        thread.start()
    for _ in threads:
        finished.acquire()
    for thread in reversed(threads):
        thread.join()
    if troubles:
        raise min(troubles, key=lambda trouble: trouble[0])[1]
    return [slot[0] for slot in slots]


def child(pipe, function):
    item = pipe.recv()
    try:
        pipe.send(("returned", function(item)))
    except Exception as error:
        pipe.send(("raised", error))


def map_in_processes(function, items):
    crew = []
    for item in items:
        near, far = Pipe()
        process = Process(target=child, args=(far, function))
        process.start()
        near.send(item)
        crew.append((process, near))
    answers = [near.recv() for _, near in crew]
    for process, _ in reversed(crew):
        process.join()
    for how, what in answers:
        if how == "raised":
            raise what
    return [what for _, what in answers]
