# fails: processes_basics: items is an iterator: the second loop over it finds nothing and an empty list is returned
# kind: wrong_result|leak
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
    pipes = [Pipe(False) for _ in items]
    processes = [Process(target=_work, args=(pipe[1], function, item)) for pipe, item in zip(pipes, items)]
    for process in processes:
        process.start()
    outcomes = [receiver.recv() for (receiver, _), process in zip(pipes, processes)]
    for process in processes:
        process.join()
    return _open(outcomes)
