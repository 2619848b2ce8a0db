# fails: basics: the caller goes round the pipes with poll() until all have answered
# kind: livelock
from multiprocessing import Pipe, Process


class WorkerDied(Exception):
    def __init__(self, index):
        super().__init__(f"worker {index} died")
        self.index = index


def work(function, chunk, pipe):
    try:
        answer = (True, function(chunk))
    except Exception as error:
        answer = (False, error)
    pipe.send(answer)


def scatter_gather(function, chunks):
    workers = []
    for chunk in chunks:
        reader, writer = Pipe(duplex=False)
        process = Process(target=work, args=(function, chunk, writer))
        process.start()
        writer.close()
        workers.append((process, reader))
    answers = []
    answers = [None] * len(workers)
    left = set(range(len(workers)))
    while left:
        for index in sorted(left):
            if workers[index][1].poll():
                try:
                    answers[index] = workers[index][1].recv()
                except (EOFError, OSError):
                    pass
                left.remove(index)
    for process, reader in workers:
        process.join()
    results = []
    for index, answer in enumerate(answers):
        if answer is None:
            raise WorkerDied(index)
        fine, value = answer
        if not fine:
            raise value
        results.append(value)
    return results
