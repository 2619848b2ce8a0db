# fails: delivery: equal items (1, True, 1.0) share an entry, and the caller waits for answers that have come already
# kind: deadlock|hang|exception|wrong_result
from multiprocessing import Process, Queue


def _consume(tasks, answers, work):
    while True:
        task = tasks.get()
        if task is None:
            break
        item = task[0]
        try:
            answer = (item, True, work(item))
        except Exception as error:
            answer = (item, False, error)
        answers.put(answer)


def run(items, work, consumers=2, capacity=1):
    tasks, answers = Queue(capacity), Queue()
    processes = [Process(target=_consume, args=(tasks, answers, work)) for _ in range(consumers)]
    for process in processes:
        process.start()
    items = list(items)
    size = len(items)
    for item in items:
        tasks.put((item,))
    for _ in processes:
        tasks.put(None)
    outcomes = {}
    while len(outcomes) < size:
        item, good, content = answers.get()
        outcomes[item] = good, content
    for process in processes:
        process.join()
    tasks.close()
    tasks.join_thread()
    for item in items:
        good, content = outcomes[item]
        if not good:
            raise content
    return [outcomes[item][1] for item in items]
