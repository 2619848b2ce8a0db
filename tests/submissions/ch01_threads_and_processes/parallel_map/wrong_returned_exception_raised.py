# fails: threads_errors: the function returns an exception object; it is raised although no call raised
# kind: exception|wrong_result
from multiprocessing import Pipe, Process
from threading import Thread


def _attempt(function, item):
    try:
        return True, function(item)
    except Exception as error:
        return False, error


def map_in_threads(function, items):
    items = list(items)
    results = [None] * len(items)

    def work(index):
        _, results[index] = _attempt(function, items[index])

    threads = [Thread(target=work, args=(index,)) for index in range(len(items))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for result in results:
        if isinstance(result, Exception):
            raise result
    return results


def _work(sender, function, item):
    sender.send(_attempt(function, item))


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
