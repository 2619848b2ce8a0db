# fails: threads_basics: items 1, True and 1.0 are equal and share one place in the dictionary: one result stands three times
# kind: wrong_result|race|exception
from multiprocessing import Pipe, Process
from threading import Thread


def map_in_threads(function, items):
    items = list(items)
    values, errors = {}, {}

    def work(item):
        try:
            values[item] = function(item)
        except Exception as error:
            errors[item] = error

    threads = [Thread(target=work, args=(item,)) for item in items]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for item in items:
        if item in errors:
            raise errors[item]
    return [values[item] for item in items]


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
