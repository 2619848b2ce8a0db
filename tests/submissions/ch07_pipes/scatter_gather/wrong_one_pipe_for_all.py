# fails: large: all the workers write into the same pipe without a lock: two large answers get mixed up
# kind: race|exception|wrong_result|deadlock|hang
from multiprocessing import Pipe, Process


class WorkerDied(Exception):
    def __init__(self, index):
        super().__init__(f"worker {index} died")
        self.index = index


def work(function, index, chunk, pipe):
    try:
        answer = (index, True, function(chunk))
    except Exception as error:
        answer = (index, False, error)
    pipe.send(answer)


def scatter_gather(function, chunks):
    reader, writer = Pipe(duplex=False)
    workers = [Process(target=work, args=(function, index, chunk, writer)) for index, chunk in enumerate(chunks)]
    for worker in workers:
        worker.start()
    writer.close()
    outcome = {}
    for _ in workers:
        try:
            index, fine, value = reader.recv()
        except (EOFError, OSError):
            break
        outcome[index] = fine, value
    for worker in workers:
        worker.join()
    for index in range(len(workers)):
        if index not in outcome:
            raise WorkerDied(index)
        if not outcome[index][0]:
            raise outcome[index][1]
    return [outcome[index][1] for index in range(len(workers))]
