# fails: threads_basics: the results come as a tuple, not as a list
# kind: wrong_result
from multiprocessing import Pipe, Process
from threading import Thread


def map_in_threads(function, items):
    outcomes = {}

    def work(index, item):
        try:
            outcomes[index] = True, function(item)
        except Exception as error:
            outcomes[index] = False, error

    threads = [Thread(target=work, args=pair) for pair in enumerate(items)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return tuple(_open([outcomes[index] for index in range(len(threads))]))


def _open(outcomes):
    for fine, content in outcomes:
        if not fine:
            raise content
    return [content for _, content in outcomes]


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
    return _open(outcomes)
