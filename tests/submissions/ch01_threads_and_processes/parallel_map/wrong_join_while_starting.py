# fails: threads_together: the first thread is joined before the second is started, so calls that wait for each other
#        never meet
# kind: deadlock|overlap|wrong_result|hang
from multiprocessing import Pipe, Process
from threading import Thread


def map_in_threads(function, items):
    outcomes = {}

    def work(index, item):
        try:
            outcomes[index] = True, function(item)
        except Exception as error:
            outcomes[index] = False, error

    for index, item in enumerate(items):
        thread = Thread(target=work, args=(index, item))
        thread.start()
        thread.join()
    return _open([outcomes[index] for index in sorted(outcomes)])


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


def _open(outcomes):
    for fine, content in outcomes:
        if not fine:
            raise content
    return [content for _, content in outcomes]
