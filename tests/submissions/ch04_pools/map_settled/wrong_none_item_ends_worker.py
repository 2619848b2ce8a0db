# fails: basics: an item that is None is taken for the end by its worker; its answer never comes
# kind: deadlock|hang|wrong_result
from multiprocessing import Process, Queue, SimpleQueue


def _worker(tasks, answers, function):
    while True:
        number, item = tasks.get()
        if item is None:
            return
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
        tasks.put((-1, None))
    pairs = dict(answers.get() for _ in items)
    for worker in workers:
        worker.join()
    tasks.close()
    tasks.join_thread()
    return [pairs[number] for number in range(len(items))]
