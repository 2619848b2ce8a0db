# fails: threads_errors: the first item fails; its exception is raised right after its join, while the second thread still runs
# kind: leak
from multiprocessing import Pipe, Process
from threading import Thread


class Call(Thread):
    def __init__(self, function, item):
        super().__init__()
        self.call = function, item
        self.outcome = None

    def run(self):
        self.outcome = _attempt(*self.call)

    def result(self):
        self.join()
        fine, content = self.outcome
        if not fine:
            raise content
        return content


def _attempt(function, item):
    try:
        return True, function(item)
    except Exception as error:
        return False, error


def map_in_threads(function, items):
    calls = [Call(function, item) for item in items]
    for call in calls:
        call.start()
    return [call.result() for call in calls]


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
