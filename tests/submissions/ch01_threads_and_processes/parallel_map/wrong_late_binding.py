# fails: threads_basics: the first thread is started but runs only after the loop has moved on: index and item are
#        already those of the second, and the first result is missing
# kind: race|wrong_result|exception
from multiprocessing import Pipe, Process
from threading import Thread


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
    outcomes, threads = {}, []
    for index, item in enumerate(items):
        def work():
            outcomes[index] = _attempt(function, item)
        thread = Thread(target=work)
        thread.start()
        threads.append(thread)
    for thread in threads:
        thread.join()
    return _open([outcomes[index] for index in range(len(threads))])


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
    return _open(outcomes)
