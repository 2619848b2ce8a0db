# fails: workers: the tasks are in a plain Queue, not in a JoinableQueue
# kind: forbidden|interface|wrong_result
from multiprocessing import Process, Queue


def _worker(tasks, answers, work):
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


def process_all(items, work, workers=2):
    tasks, answers = Queue(), Queue()
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
    for process in crew:
        process.join()
    tasks.close()
    tasks.join_thread()
    return results, errors
