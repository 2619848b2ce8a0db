# right: a bounded JoinableQueue; a thread collects the answers, so that the caller may block in put and in join
from contextlib import contextmanager
from multiprocessing import JoinableQueue, Process, SimpleQueue
from threading import Thread


def _worker(tasks, answers, work):
    while (task := tasks.get()) is not None:
        index, item = task
        try:
            answers.put((index, work(item), None))
        except Exception as error:
            answers.put((index, None, error))
        tasks.task_done()
    tasks.task_done()


@contextmanager
def _started(crew):
    for member in crew:
        member.start()
    try:
        yield
    finally:
        for member in crew:
            member.join()


def process_all(items, work, workers=2):
    tasks, answers = JoinableQueue(workers), SimpleQueue()
    results, errors = {}, {}

    def collect():
        for index, value, error in iter(answers.get, None):
            if error is None:
                results[index] = value
            else:
                errors[index] = error

    with _started([Process(target=_worker, args=(tasks, answers, work)) for _ in range(workers)]):
        with _started([Thread(target=collect)]):
            for task in enumerate(items):
                tasks.put(task)
            tasks.join()
            answers.put(None)
        for _ in range(workers):
            tasks.put(None)
    tasks.close()
    tasks.join_thread()
    return results, errors
