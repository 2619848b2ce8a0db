# fails: processes_basics: the function reaches the child as a module variable: a spawned child sees None there
# kind: exception|wrong_result|deadlock|hang
from multiprocessing import Pipe, Process
from threading import Thread

_function = None


def _attempt(function, item):
    try:
        return True, function(item)
    except Exception as error:
        return False, error


def _open(outcomes):
    for fine, content in outcomes:
        if not fine:
            raise content
    return [content for _, content in outcomes]


def map_in_threads(function, items):
    outcomes = {}

    def work(index, item):
        outcomes[index] = _attempt(function, item)

    threads = [Thread(target=work, args=pair) for pair in enumerate(items)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return _open([outcomes[index] for index in range(len(threads))])


def _work(sender, item):
    sender.send(_attempt(_function, item))


def map_in_processes(function, items):
    global _function
    _function = function
    crew = []
    for item in items:
        receiver, sender = Pipe(False)
        process = Process(target=_work, args=(sender, item))
        process.start()
        crew.append((process, receiver))
    outcomes = [receiver.recv() for _, receiver in crew]
    for process, _ in crew:
        process.join()
    return _open(outcomes)
