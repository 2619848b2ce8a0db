# fails: basics: the workers are daemons that wait for more when the call returns
# kind: leak
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
    crew = [Process(target=_worker, args=(tasks, answers, work), daemon=True) for _ in range(workers)]
    for process in crew:
        process.start()
    size = 0
    for task in enumerate(items):
        tasks.put(task)
        size += 1
    results, errors = {}, {}
    for _ in range(size):
        index, good, content = answers.get()
        if good:
            results[index] = content
        else:
            errors[index] = content
    tasks.join()
    tasks.close()
    tasks.join_thread()
    return results, errors
