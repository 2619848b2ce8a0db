# fails: completion: each worker numbers the items it takes: two of them have an item 0
# kind: race|wrong_result
from multiprocessing import JoinableQueue, Process, Queue


def _worker(tasks, answers, work):
    count = -1
    while True:
        count += 1
        task = tasks.get()
        if task is None:
            tasks.task_done()
            break
        _, item = task
        index = count
        try:
            answer = (index, True, work(item))
        except Exception as error:
            answer = (index, False, error)
        answers.put(answer)
        tasks.task_done()


def process_all(items, work, workers=2):
    tasks, answers = JoinableQueue(), Queue()
    crew = [Process(target=_worker, args=(tasks, answers, work)) for _ in range(workers)]
    for process in crew:
        process.start()
    size = 0
    for task in enumerate(items):
        tasks.put(task)
        size += 1
    for _ in crew:
        tasks.put(None)
    results, errors = {}, {}
    for _ in range(size):
        index, good, content = answers.get()
        if good:
            results[index] = content
        else:
            errors[index] = content
    tasks.join()
    for process in crew:
        process.join()
    tasks.close()
    tasks.join_thread()
    return results, errors
