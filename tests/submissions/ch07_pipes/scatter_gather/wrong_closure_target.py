# fails: basics: the target is a function inside scatter_gather: spawn cannot pickle it
# kind: exception
from multiprocessing import Pipe, Process


class WorkerDied(Exception):
    def __init__(self, index):
        super().__init__(f"worker {index} died")
        self.index = index


def scatter_gather(function, chunks):
    def work(chunk, pipe):
        try:
            answer = (True, function(chunk))
        except Exception as error:
            answer = (False, error)
        pipe.send(answer)

    workers = []
    for chunk in chunks:
        reader, writer = Pipe(duplex=False)
        process = Process(target=work, args=(chunk, writer))
        process.start()
        writer.close()
        workers.append((process, reader))
    answers = []
    for process, reader in workers:
        try:
            answers.append(reader.recv())
        except (EOFError, OSError):
            answers.append(None)
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
