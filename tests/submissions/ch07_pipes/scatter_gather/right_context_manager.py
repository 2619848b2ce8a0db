# right: a context manager owns the workers and ends them in every case; a lazy chain of answers is read by a plain loop
from contextlib import contextmanager
from multiprocessing import Pipe, Process

RESULT, ERROR = range(2)


class WorkerDied(Exception):
    def __init__(self, index):
        super().__init__(index)
        self.index = index


def answer_to(function, chunk, pipe):
    kind, value = RESULT, None
    try:
        value = function(chunk)
    except Exception as error:
        kind, value = ERROR, error
    pipe.send(kind)
    pipe.send(value)


@contextmanager
def scattered(function, chunks):
    processes, pipes = [], []
    try:
        for chunk in chunks:
            ours, theirs = Pipe(duplex=False)
            pipes.append(ours)
            process = Process(target=answer_to, args=(function, chunk, theirs))
            process.start()
            processes.append(process)
            theirs.close()
        yield pipes
    finally:
        for process in processes:
            process.kill()
        for process in processes:
            process.join()
        for pipe in pipes:
            pipe.close()


def receive(index, pipe):
    try:
        return pipe.recv(), pipe.recv()
    except (EOFError, OSError):
        raise WorkerDied(index) from None


def scatter_gather(function, chunks):
    results = []
    with scattered(function, chunks) as pipes:
        for index, pipe in enumerate(pipes):
            kind, value = receive(index, pipe)
            if kind == ERROR:
                raise value
            results.append(value)
    return results
