# fails: threads_basics: the call of the second item returns first, and its result stands first in the list
# kind: race|wrong_result
from multiprocessing import Pipe, Process
from threading import Thread


def map_in_threads(function, items):
    results, errors = [], {}

    def work(index, item):
        try:
            results.append(function(item))
        except Exception as error:
            errors[index] = error

    threads = [Thread(target=work, args=pair) for pair in enumerate(items)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[min(errors)]
    return results


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
