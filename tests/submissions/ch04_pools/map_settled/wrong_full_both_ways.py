# fails: basics: the caller blocks putting a large item while the workers block putting large results nobody reads
# kind: deadlock|hang
from multiprocessing import Process, SimpleQueue


def _worker(tasks, answers, function):
    for number, item in iter(tasks.get, None):
        try:
            pair = ("ok", function(item))
        except Exception as error:
            pair = ("error", error)
        answers.put((number, pair))


def map_settled(function, items, processes=2):
    tasks, answers = SimpleQueue(), SimpleQueue()
    workers = [Process(target=_worker, args=(tasks, answers, function)) for _ in range(processes)]
    for worker in workers:
        worker.start()
    size = 0
    for task in enumerate(items):
        tasks.put(task)
        size += 1
    for _ in workers:
        tasks.put(None)
    pairs = dict(answers.get() for _ in range(size))
    for worker in workers:
        worker.join()
    return [pairs[number] for number in range(size)]
