# fails: basics: large results: a worker cannot end before its queue is read, and it is read after the join
# kind: deadlock|hang
from multiprocessing import Process, Queue


def _worker(tasks, answers, function):
    for number, item in iter(tasks.get, None):
        try:
            pair = ("ok", function(item))
        except Exception as error:
            pair = ("error", error)
        answers.put((number, pair))


def map_settled(function, items, processes=2):
    items = list(items)
    tasks, answers = Queue(), Queue()
    workers = [Process(target=_worker, args=(tasks, answers, function)) for _ in range(processes)]
    for worker in workers:
        worker.start()
    for task in enumerate(items):
        tasks.put(task)
    for _ in workers:
        tasks.put(None)
    for worker in workers:
        worker.join()
    pairs = dict(answers.get() for _ in items)
    tasks.close()
    tasks.join_thread()
    return [pairs[number] for number in range(len(items))]
