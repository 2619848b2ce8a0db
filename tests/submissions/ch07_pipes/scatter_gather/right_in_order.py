# right: the textbook: read in the order of the chunks; at the first failure the others are killed
from multiprocessing import Pipe, Process


class WorkerDied(Exception):
    def __init__(self, index):
        super().__init__(f"the worker of chunk {index} died")
        self.index = index


def work(function, chunk, pipe):
    try:
        answer = (True, function(chunk))
    except Exception as error:
        answer = (False, error)
    pipe.send(answer)
    pipe.close()


def scatter_gather(function, chunks):
    workers = []
    for chunk in chunks:
        reader, writer = Pipe(duplex=False)
        process = Process(target=work, args=(function, chunk, writer))
        process.start()
        writer.close()
        workers.append((process, reader))
    results = []
    try:
        for index, (process, reader) in enumerate(workers):
            try:
                fine, value = reader.recv()
            except (EOFError, OSError):
                raise WorkerDied(index) from None
            if not fine:
                raise value
            results.append(value)
    finally:
        finished = len(results) == len(workers)
        for process, reader in workers:
            if not finished:
                process.kill()
            process.join()
            reader.close()
    return results
