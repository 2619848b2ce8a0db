# fails: basics: the function reaches the workers as a global that only fork carries over; a spawned one finds None
# kind: exception|wrong_result
from multiprocessing import Pipe, Process


class WorkerDied(Exception):
    def __init__(self, index):
        super().__init__(f"worker {index} died")
        self.index = index


_function = None


def work(chunk, pipe):
    try:
        answer = (True, _function(chunk))
    except Exception as error:
        answer = (False, error)
    pipe.send(answer)


def scatter_gather(function, chunks):
    global _function
    _function = function
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
