# fails: threads_basics: a call returns None: it is taken for a missing result and left out of the list
# kind: wrong_result
from multiprocessing import Pipe, Process
from threading import Thread


class Call(Thread):
    def __init__(self, function, item):
        super().__init__()
        self.function, self.item = function, item
        self.result = self.error = None

    def run(self):
        try:
            self.result = self.function(self.item)
        except Exception as error:
            self.error = error


def map_in_threads(function, items):
    calls = [Call(function, item) for item in items]
    for call in calls:
        call.start()
    for call in calls:
        call.join()
    for call in calls:
        if call.error is not None:
            raise call.error
    return [call.result for call in calls if call.result is not None]


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
