# fails: threads_errors: the call of the second item raises StopIteration; list(map(...)) takes it for the end and returns
#        a shorter list
# kind: wrong_result
from concurrent.futures import Future
from multiprocessing import Pipe, Process
from threading import Thread


def _fill(box, function, item):
    try:
        box.set_result(function(item))
    except Exception as error:
        box.set_exception(error)


def map_in_threads(function, items):
    boxes, threads = [], []
    for item in items:
        box = Future()
        thread = Thread(target=_fill, args=(box, function, item))
        thread.start()
        boxes.append(box)
        threads.append(thread)
    for thread in threads:
        thread.join()
    return list(map(Future.result, boxes))


def _work(sender, function, item):
    try:
        sender.send((True, function(item)))
    except Exception as error:
        sender.send((False, error))


def map_in_processes(function, items):
    crew = []
    for item in items:
        receiver, sender = Pipe(False)
        process = Process(target=_work, args=(sender, function, item))
        process.start()
        crew.append((process, receiver))
    outcomes = [receiver.recv() for _, receiver in crew]
    for process, _ in crew:
        process.join()
    for fine, content in outcomes:
        if not fine:
            raise content
    return [content for _, content in outcomes]
