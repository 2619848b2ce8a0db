# fails: basics: the workers fill their own copies of the dictionaries; the caller's stay empty
# kind: wrong_result
from multiprocessing import JoinableQueue, Process


def _worker(tasks, results, errors, work):
    while True:
        task = tasks.get()
        if task is None:
            tasks.task_done()
            break
        index, item = task
        try:
            results[index] = work(item)
        except Exception as error:
            errors[index] = error
        tasks.task_done()


def process_all(items, work, workers=2):
    tasks, results, errors = JoinableQueue(), {}, {}
    crew = [Process(target=_worker, args=(tasks, results, errors, work)) for _ in range(workers)]
    for process in crew:
        process.start()
    for task in enumerate(items):
        tasks.put(task)
    for _ in crew:
        tasks.put(None)
    tasks.join()
    for process in crew:
        process.join()
    tasks.close()
    tasks.join_thread()
    return results, errors
