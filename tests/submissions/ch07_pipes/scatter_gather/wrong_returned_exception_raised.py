# fails: basics: a function that returns an exception object has it raised
# kind: exception|wrong_result
from multiprocessing import Pipe, Process


class WorkerDied(Exception):
    def __init__(self, index):
        super().__init__(f"worker {index} died")
        self.index = index


def work(function, chunk, pipe):
    try:
        answer = function(chunk)
    except Exception as error:
        answer = error
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
    for process, reader in workers:
        try:
            answers.append(reader.recv())
        except (EOFError, OSError):
            answers.append(...)
    for process, reader in workers:
        process.join()
    results = []
    for index, answer in enumerate(answers):
        if answer is ...:
            raise WorkerDied(index)
        if isinstance(answer, Exception):
            raise answer
        results.append(answer)
    return results
