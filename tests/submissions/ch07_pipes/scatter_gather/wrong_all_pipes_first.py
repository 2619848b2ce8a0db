# fails: real_processes: (under fork) all pipes are made before the first fork, so worker 1 holds the writing end of worker 0's;
#        worker 0 dies while worker 1 is blocked sending a large answer: no end of file comes
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
    chunks = list(chunks)
    pipes = [Pipe(duplex=False) for _ in chunks]
    workers = []
    for chunk, (reader, writer) in zip(chunks, pipes):
        process = Process(target=work, args=(function, chunk, writer))
        process.start()
        workers.append((process, reader))
    for _, writer in pipes:
        writer.close()
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
