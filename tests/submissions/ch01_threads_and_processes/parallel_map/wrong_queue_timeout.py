# fails: processes_basics: a child needs longer than the minute that get() waits for it, and queue.Empty comes out
# kind: exception|leak
import multiprocessing
from threading import Thread


def _attempt(function, item):
    try:
        return True, function(item)
    except Exception as error:
        return False, error


def _open(outcomes):
    for index in range(len(outcomes)):
        if not outcomes[index][0]:
            raise outcomes[index][1]
    return [outcomes[index][1] for index in range(len(outcomes))]


def map_in_threads(function, items):
    outcomes = {}

    def work(index, item):
        outcomes[index] = _attempt(function, item)

    threads = [Thread(target=work, args=pair) for pair in enumerate(items)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return _open(outcomes)


def _work(answers, index, function, item):
    answers.put((index, _attempt(function, item)))


def map_in_processes(function, items):
    answers = multiprocessing.Queue()
    processes = [multiprocessing.Process(target=_work, args=(answers, i, function, item)) for i, item in enumerate(items)]
    for process in processes:
        process.start()
    outcomes = dict(answers.get(timeout=60) for _ in processes)
    for process in processes:
        process.join()
    return _open(outcomes)
