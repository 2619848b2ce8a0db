# fails: errors: chunk 2 fails before chunk 0 does: its exception is raised and the others are killed
# kind: exception|wrong_result|race
from multiprocessing import Pipe, Process
from multiprocessing.connection import wait


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
    waiting = {reader: index for index, (_, reader) in enumerate(workers)}
    answers = [(True, None)] * len(workers)
    while waiting:
        for reader in wait(list(waiting)):
            index = waiting.pop(reader)
            try:
                answers[index] = reader.recv()
            except (EOFError, OSError):
                answers[index] = None
            if answers[index] is None or not answers[index][0]:
                waiting.clear()
                for process, _ in workers:
                    process.kill()
                break
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
