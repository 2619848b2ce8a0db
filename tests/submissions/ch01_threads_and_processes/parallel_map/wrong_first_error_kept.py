# fails: threads_errors: item 1's thread fails before item 0's and sets the shared "first" error; the later one from item 0
#        finds it set and is forgotten
# kind: race|wrong_result
from multiprocessing import Pipe, Process
from threading import Lock, Thread


class Outcome:
    def __init__(self, size):
        self.values = [None] * size
        self.error = None
        self.lock = Lock()

    def fail(self, error):
        with self.lock:
            if self.error is None:
                self.error = error


def map_in_threads(function, items):
    items = list(items)
    outcome = Outcome(len(items))

    def work(index):
        try:
            outcome.values[index] = function(items[index])
        except Exception as error:
            outcome.fail(error)

    threads = [Thread(target=work, args=(index,)) for index in range(len(items))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if outcome.error is not None:
        raise outcome.error
    return outcome.values


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
