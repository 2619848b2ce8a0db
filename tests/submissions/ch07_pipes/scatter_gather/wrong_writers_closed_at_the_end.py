# fails: real_processes: (under fork) the writing ends are closed after the last fork: worker 1 has inherited worker 0's; worker
#        0 dies while worker 1 is blocked sending a large answer, and the caller waits for the end of file
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
    workers, writers = [], []
    for chunk in chunks:
        reader, writer = Pipe(duplex=False)
        process = Process(target=work, args=(function, chunk, writer))
        process.start()
        writers.append(writer)
        workers.append((process, reader))
    for writer in writers:
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
