# fails: errors: the others are terminated but not joined: they may still be there, or their zombies
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
            for other, _ in workers:
                other.terminate()
            raise WorkerDied(index) from None
        if not fine:
            for other, _ in workers:
                other.terminate()
            raise value
        results.append(value)
    for process, reader in workers:
        process.join()
    return results
