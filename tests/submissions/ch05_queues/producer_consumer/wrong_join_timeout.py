# fails: at_once: join(10) expires before a slow consumer has ended: it is left
# kind: leak
from multiprocessing import Process, Queue


def _consume(tasks, answers, work):
    while True:
        task = tasks.get()
        if task is None:
            break
        index, item = task
        try:
            answer = (index, True, work(item))
        except Exception as error:
            answer = (index, False, error)
        answers.put(answer)


def run(items, work, consumers=2, capacity=1):
    tasks, answers = Queue(capacity), Queue()
    processes = [Process(target=_consume, args=(tasks, answers, work)) for _ in range(consumers)]
    for process in processes:
        process.start()
    size = 0
    for task in enumerate(items):
        tasks.put(task)
        size += 1
    for _ in processes:
        tasks.put(None)
    outcomes = {}
    while len(outcomes) < size:
        index, good, content = answers.get()
        outcomes[index] = good, content
    for process in processes:
        process.join(10)
    tasks.close()
    tasks.join_thread()
    for index in range(size):
        good, content = outcomes[index]
        if not good:
            raise content
    return [outcomes[index][1] for index in range(size)]
