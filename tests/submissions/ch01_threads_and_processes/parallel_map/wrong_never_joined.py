# fails: processes_basics: every answer has come, but a child is still on its way out (or a zombie) when the list is returned
# kind: leak
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
    receivers = []
    for item in items:
        receiver, sender = Pipe(False)
        Process(target=_work, args=(sender, function, item), daemon=True).start()
        receivers.append(receiver)
    return _open([receiver.recv() for receiver in receivers])
