# fails: processes_basics: each process is started by a lazy map and its answer awaited before the next one is started
# kind: deadlock|overlap|wrong_result|hang
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


def _start(function, item):
    receiver, sender = Pipe(False)
    process = Process(target=_work, args=(sender, function, item))
    process.start()
    return process, receiver


def map_in_processes(function, items):
    started = (_start(function, item) for item in items)
    outcomes = []
    for process, receiver in started:
        outcomes.append(receiver.recv())
        process.join()
    return _open(outcomes)
