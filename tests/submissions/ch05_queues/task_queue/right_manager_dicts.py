# right: the workers fill two dictionaries of a manager; join of the queue means that all is in them
from multiprocessing import JoinableQueue, Manager, Process


def _work_on(tasks, results, errors, work):
    while True:
        task = tasks.get()
        try:
            if task is None:
                return
            index, item = task
            try:
                results[index] = work(item)
            except Exception as error:
                errors[index] = error
        finally:
            tasks.task_done()


def process_all(items, work, workers=2):
    with Manager() as manager:
        results, errors = manager.dict(), manager.dict()
        tasks = JoinableQueue()
        crew = []
        for _ in range(workers):
            process = Process(target=_work_on, args=(tasks, results, errors, work))
            process.start()
            crew.append(process)
        for task in enumerate(items):
            tasks.put(task)
        tasks.join()
        for _ in crew:
            tasks.put(None)
        for process in crew:
            process.join()
        tasks.close()
        tasks.join_thread()
        return results.copy(), errors.copy()
