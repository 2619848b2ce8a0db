# right: when every answer is there and the queue is joined, the workers only wait: they are killed and joined
from multiprocessing import JoinableQueue, Process, SimpleQueue


def _forever(tasks, answers, work):
    while True:
        index, item = tasks.get()
        try:
            outcome = (work(item), None)
        except Exception as error:
            outcome = (None, error)
        answers.put((index, outcome))
        tasks.task_done()


def process_all(items, work, workers=2):
    tasks, answers = JoinableQueue(), SimpleQueue()
    crew = [Process(target=_forever, args=(tasks, answers, work)) for _ in range(workers)]
    for process in crew:
        process.start()
    count = 0
    for pair in enumerate(items):
        tasks.put(pair)
        count += 1
    outcomes = dict(answers.get() for _ in range(count))
    tasks.join()
    for process in crew:
        process.kill()
    for process in crew:
        process.join()
    tasks.close()
    tasks.join_thread()
    results = {index: value for index, (value, error) in outcomes.items() if error is None}
    errors = {index: error for index, (_, error) in outcomes.items() if error is not None}
    return results, errors
