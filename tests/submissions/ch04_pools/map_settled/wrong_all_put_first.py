# fails: basics: large items: the pipe of the tasks is full before a worker has been started, and put() blocks
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
    items = list(items)
    tasks, answers = SimpleQueue(), SimpleQueue()
    for task in enumerate(items):
        tasks.put(task)
    for _ in range(processes):
        tasks.put(None)
    workers = [Process(target=_worker, args=(tasks, answers, function)) for _ in range(processes)]
    for worker in workers:
        worker.start()
    pairs = dict(answers.get() for _ in items)
    for worker in workers:
        worker.join()
    return [pairs[number] for number in range(len(items))]
