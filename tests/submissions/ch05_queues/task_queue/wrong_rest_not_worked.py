# fails: errors: after the first error the other tasks are thrown away, and have no entry
# kind: wrong_result|deadlock|hang|race
from multiprocessing import JoinableQueue, Process, Queue


def _worker(tasks, answers, work):
    broken = False
    while True:
        task = tasks.get()
        if task is None:
            tasks.task_done()
            break
        index, item = task
        if broken:
            answers.put((index, None, None))
            tasks.task_done()
            continue
        try:
            answer = (index, True, work(item))
        except Exception as error:
            answer = (index, False, error)
            broken = True
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
        elif good is False:
            errors[index] = content
    tasks.join()
    for process in crew:
        process.join()
    tasks.close()
    tasks.join_thread()
    return results, errors
