# fails: deaths: the caller keeps its own copy of the writing end open: the end of file never comes when the worker dies
# kind: deadlock|hang
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
        workers.append((process, reader, writer))
    answers = []
    for process, reader, writer in workers:
        try:
            answers.append(reader.recv())
        except (EOFError, OSError):
            answers.append(None)
    for process, reader, writer in workers:
        process.join()
        writer.close()
    results = []
    for index, answer in enumerate(answers):
        if answer is None:
            raise WorkerDied(index)
        fine, value = answer
        if not fine:
            raise value
        results.append(value)
    return results
