# fails: errors: chunk 0 raises, chunk 1 dies: all deaths are looked for first, so WorkerDied(1) comes
# kind: exception|wrong_result
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
    for process, reader in workers:
        try:
            answers.append(reader.recv())
        except (EOFError, OSError):
            answers.append(None)
    for process, reader in workers:
        process.join()
    if None in answers:
        raise WorkerDied(answers.index(None))
    results = []
    for answer in answers:
        fine, value = answer
        if not fine:
            raise value
        results.append(value)
    return results
