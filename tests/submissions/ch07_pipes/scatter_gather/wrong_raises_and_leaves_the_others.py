# fails: errors: chunk 0's exception is raised at once, the other processes are left running
# kind: leak
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
    results = []
    for index, (process, reader) in enumerate(workers):
        try:
            fine, value = reader.recv()
        except (EOFError, OSError):
            raise WorkerDied(index) from None
        if not fine:
            raise value
        results.append(value)
    for process, reader in workers:
        process.join()
    return results
