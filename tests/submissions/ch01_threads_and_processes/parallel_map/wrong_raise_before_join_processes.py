# fails: processes_errors: item 0's call raises: its exception leaves the loop before anything is joined
# kind: leak
from multiprocessing import Pipe, Process
from threading import Thread


def _attempt(function, item):
    try:
        return True, function(item)
    except Exception as error:
        return False, error


def map_in_threads(function, items):
    outcomes = {}

    def work(index, item):
        outcomes[index] = _attempt(function, item)

    threads = [Thread(target=work, args=pair) for pair in enumerate(items)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for index in range(len(threads)):
        if not outcomes[index][0]:
            raise outcomes[index][1]
    return [outcomes[index][1] for index in range(len(threads))]


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
    for fine, content in outcomes:
        if not fine:
            raise content
    for process, _ in crew:
        process.join()
    return [content for _, content in outcomes]
