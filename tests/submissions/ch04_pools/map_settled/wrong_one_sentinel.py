# fails: pool: one None ends one worker; the others wait for a task for ever, and so does join
# kind: deadlock|hang|leak
from multiprocessing import Process, Queue, SimpleQueue


def _worker(tasks, answers, function):
    for number, item in iter(tasks.get, None):
        try:
            answers.put((number, ("ok", function(item))))
        except Exception as error:
            answers.put((number, ("error", error)))


def map_settled(function, items, processes=2):
    items = list(items)
    tasks, answers = Queue(), SimpleQueue()
    workers = [Process(target=_worker, args=(tasks, answers, function)) for _ in range(processes)]
    for worker in workers:
        worker.start()
    for task in enumerate(items):
        tasks.put(task)
    tasks.put(None)
    pairs = dict(answers.get() for _ in items)
    for worker in workers:
        worker.join()
    tasks.close()
    tasks.join_thread()
    return [pairs[number] for number in range(len(items))]
