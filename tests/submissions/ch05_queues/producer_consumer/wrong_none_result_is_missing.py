# fails: delivery: work returns None: its slot looks empty, and the caller waits for one more answer
# kind: deadlock|hang
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
    slots, errors = [None] * size, {}
    while None in [slot for index, slot in enumerate(slots) if index not in errors]:
        index, good, content = answers.get()
        if good:
            slots[index] = content
        else:
            errors[index] = content
    for process in processes:
        process.join()
    tasks.close()
    tasks.join_thread()
    if errors:
        raise errors[min(errors)]
    return slots
