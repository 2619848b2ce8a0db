# right: a hand-made pool: a queue of tasks, one None for each worker, a simple queue of answers
from multiprocessing import Process, Queue, SimpleQueue


def _worker(tasks, answers, function):
    while True:
        task = tasks.get()
        if task is None:
            return
        number, item = task
        try:
            pair = ("ok", function(item))
        except Exception as error:
            pair = ("error", error)
        answers.put((number, pair))


def map_settled(function, items, processes=2):
    items = list(items)
    tasks, answers = Queue(), SimpleQueue()
    workers = [Process(target=_worker, args=(tasks, answers, function)) for _ in range(processes)]
    for worker in workers:
        worker.start()
    for task in enumerate(items):
        tasks.put(task)
    for _ in workers:
        tasks.put(None)
    pairs = [None] * len(items)
    for _ in items:
        number, pair = answers.get()
        pairs[number] = pair
    for worker in workers:
        worker.join()
    tasks.close()
    tasks.join_thread()
    answers.close()
    return pairs
