# right: Thread and Process are subclassed; each object keeps its own outcome
from multiprocessing import Pipe, Process
from threading import Thread


class Call(Thread):
    def __init__(self, function, item):
        super().__init__()
        self.function, self.item = function, item
        self.value = self.error = None

    def run(self):
        try:
            self.value = self.function(self.item)
        except Exception as error:
            self.error = error

    def outcome(self):
        if self.error is not None:
            raise self.error
        return self.value


class RemoteCall(Process):
    def __init__(self, function, item):
        super().__init__()
        self.function, self.item = function, item
        self.receiver, self.sender = Pipe(False)
        self.answer = None

    def run(self):
        try:
            answer = (self.function(self.item), None)
        except Exception as error:
            answer = (None, error)
        self.sender.send(answer)

    def join(self, timeout=None):
        if self.answer is None:
            self.answer = self.receiver.recv()
            self.receiver.close()
            self.sender.close()
        super().join(timeout)

    def outcome(self):
        value, error = self.answer
        if error is not None:
            raise error
        return value


def _map(kind, function, items):
    calls = [kind(function, item) for item in items]
    for call in calls:
        call.start()
    for call in calls:
        call.join()
    return [call.outcome() for call in calls]


def map_in_threads(function, items):
    return _map(Call, function, items)


def map_in_processes(function, items):
    return _map(RemoteCall, function, items)
