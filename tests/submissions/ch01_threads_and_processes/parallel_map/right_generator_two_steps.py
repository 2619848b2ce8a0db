# right: a generator starts everything, stops at its first yield, and delivers afterwards
import multiprocessing
import threading
from itertools import count


def _threads(function, items):
    slots, threads = {}, []

    def job(key, item):
        try:
            slots[key] = True, function(item)
        except Exception as error:
            slots[key] = False, error

    for key, item in zip(count(), items):
        thread = threading.Thread(target=job, args=(key, item), name=f"call-{key}")
        threads.append(thread)
        thread.start()
    yield len(threads)
    for thread in threads:
        thread.join()
    yield [slots[key] for key in range(len(threads))]


def _job(sender, function, item):
    try:
        pair = True, function(item)
    except Exception as error:
        pair = False, error
    sender.send(pair)


def _processes(function, items):
    crew = []
    for item in items:
        receiver, sender = multiprocessing.Pipe(False)
        crew.append((multiprocessing.Process(target=_job, args=(sender, function, item)), receiver))
    for process, _ in crew:
        process.start()
    yield len(crew)
    pairs = []
    for process, receiver in crew:
        pairs.append(receiver.recv())
        process.join()
    yield pairs


def _finish(steps):
    next(steps)
    pairs = next(steps)
    for good, content in pairs:
        if not good:
            raise content
    return [content for _, content in pairs]


def map_in_threads(function, items):
    return _finish(_threads(function, items))


def map_in_processes(function, items):
    return _finish(_processes(function, items))
