# right: the answers come through a JoinableQueue as well; a worker ends when it has been told and its answers are taken
from multiprocessing import JoinableQueue, Process


def _answers(tasks, work):
    while True:
        message = tasks.get()
        if len(message) == 0:
            return
        number, item = message
        try:
            yield number, [work(item)], None
        except Exception as error:
            yield number, [], error


def _worker(tasks, done, work):
    for answer in _answers(tasks, work):
        done.put(answer)
        tasks.task_done()
    tasks.task_done()
    done.join()


def process_all(items, work, workers=2):
    items = list(items)
    tasks, done = JoinableQueue(), JoinableQueue()
    crew = [Process(target=_worker, args=(tasks, done, work)) for _ in range(workers)]
    [process.start() for process in crew]
    for message in enumerate(items):
        tasks.put(message)
    for process in crew:
        tasks.put(())
    results, errors = {}, {}
    for _ in items:
        number, values, error = done.get()
        if values:
            results[number] = values[0]
        else:
            errors[number] = error
        done.task_done()
    tasks.join()
    [process.join() for process in crew]
    tasks.close()
    tasks.join_thread()
    return results, errors
