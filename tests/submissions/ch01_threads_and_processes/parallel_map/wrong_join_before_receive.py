# fails: processes_basics: a result larger than the pipe's buffer: the child blocks in send, the parent in join
# kind: deadlock|hang|wrong_result
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
    outcomes = {}

    def work(index, item):
        outcomes[index] = _attempt(function, item)

    threads = [Thread(target=work, args=pair) for pair in enumerate(items)]
    for thread in threads:
        thread.start()
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
    for process, _ in crew:
        process.join()
    return _open([receiver.recv() for _, receiver in crew])
