# fails: basics: items is an iterator: it is used up by the putting, and no answer is waited for
# kind: wrong_result|deadlock|hang
from multiprocessing import JoinableQueue, Process, Queue


def _worker(tasks, answers, work):
    while True:
        task = tasks.get()
        if task is None:
            tasks.task_done()
            break
        index, item = task
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
    for task in enumerate(items):
        tasks.put(task)
    for _ in crew:
        tasks.put(None)
    results, errors = {}, {}
    for _ in items:
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
