# fails: deaths: one SimpleQueue for all answers instead of a pipe each: a worker that dies sends none, get() waits for ever
# kind: deadlock|hang
from multiprocessing import Process, SimpleQueue


class WorkerDied(Exception):
    def __init__(self, index):
        super().__init__(f"worker {index} died")
        self.index = index


def work(function, index, chunk, answers):
    try:
        answers.put((index, True, function(chunk)))
    except Exception as error:
        answers.put((index, False, error))


def scatter_gather(function, chunks):
    answers = SimpleQueue()
    workers = [Process(target=work, args=(function, index, chunk, answers)) for index, chunk in enumerate(chunks)]
    for worker in workers:
        worker.start()
    outcome = {}
    while len(outcome) < len(workers):
        index, fine, value = answers.get()
        outcome[index] = fine, value
    for worker in workers:
        worker.join()
    for index in sorted(outcome):
        fine, value = outcome[index]
        if not fine:
            raise value
    return [outcome[index][1] for index in range(len(workers))]
