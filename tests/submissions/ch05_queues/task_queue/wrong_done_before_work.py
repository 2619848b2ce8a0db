# fails: completion: task_done is called when the item is taken: join lets the caller go while the last item is still worked
# kind: race|wrong_result|deadlock|hang
from multiprocessing import JoinableQueue, Process, SimpleQueue


def _worker(tasks, answers, work):
    while True:
        task = tasks.get()
        if task is None:
            tasks.task_done()
            break
        index, item = task
        tasks.task_done()
        try:
            answer = (index, True, work(item))
        except Exception as error:
            answer = (index, False, error)
        answers.put(answer)


def process_all(items, work, workers=2):
    tasks, answers = JoinableQueue(), SimpleQueue()
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
    tasks.join()
    while not answers.empty():
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
