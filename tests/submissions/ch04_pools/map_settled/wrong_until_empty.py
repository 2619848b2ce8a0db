# fails: pool: two workers see the last task in the queue; one gets it, the other blocks in get() for ever
# kind: deadlock|hang|race
from multiprocessing import Process, SimpleQueue


def _worker(tasks, answers, function):
    while not tasks.empty():
        number, item = tasks.get()
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
    workers = [Process(target=_worker, args=(tasks, answers, function)) for _ in range(processes)]
    for worker in workers:
        worker.start()
    pairs = dict(answers.get() for _ in items)
    for worker in workers:
        worker.join()
    return [pairs[number] for number in range(len(items))]
