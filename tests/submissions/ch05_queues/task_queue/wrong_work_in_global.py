# fails: basics: the workers find the function in a module variable, which is None in a spawned process
# kind: wrong_result|exception
from multiprocessing import JoinableQueue, Process, Queue


_work = None


def _worker(tasks, answers):
    while True:
        task = tasks.get()
        if task is None:
            tasks.task_done()
            break
        index, item = task
        try:
            answer = (index, True, _work(item))
        except Exception as error:
            answer = (index, False, error)
        answers.put(answer)
        tasks.task_done()


def process_all(items, work, workers=2):
    global _work
    _work = work
    tasks, answers = JoinableQueue(), Queue()
    crew = [Process(target=_worker, args=(tasks, answers)) for _ in range(workers)]
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
