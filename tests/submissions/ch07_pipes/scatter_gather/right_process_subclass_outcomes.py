# right: a subclass of Process; the answer is an object that returns or raises when it is unwrapped
from multiprocessing import Pipe, Process


class WorkerDied(Exception):
    def __init__(self, index):
        Exception.__init__(self, "no answer for chunk", index)
        self.index = index


class Good:
    def __init__(self, value):
        self.value = value

    def unwrap(self):
        return self.value


class Bad(Good):
    def unwrap(self):
        raise self.value


class Missing(Good):
    def unwrap(self):
        raise WorkerDied(self.value)


class Worker(Process):
    def __init__(self, function, chunk, pipe):
        super().__init__()
        self.function, self.chunk, self.pipe = function, chunk, pipe

    def run(self):
        try:
            outcome = Good(self.function(self.chunk))
        except Exception as error:
            outcome = Bad(error)
        self.pipe.send(outcome)


def scatter_gather(function, chunks):
    pairs = []
    for chunk in chunks:
        receiver, sender = Pipe(False)
        worker = Worker(function, chunk, sender)
        worker.start()
        sender.close()
        pairs.append((worker, receiver))
    outcomes = []
    for index, (worker, receiver) in enumerate(pairs):
        try:
            outcomes.append(receiver.recv())
        except (EOFError, OSError):
            outcomes.append(Missing(index))
        worker.join()
        receiver.close()
    return [outcome.unwrap() for outcome in outcomes]
