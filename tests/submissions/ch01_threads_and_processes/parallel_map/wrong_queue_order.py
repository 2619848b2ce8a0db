# fails: processes_basics: the child of the second item puts its result first, and it stands first in the list
# kind: race|wrong_result
from multiprocessing import Process, SimpleQueue
from threading import Thread


def map_in_threads(function, items):
    outcomes = {}

    def work(index, item):
        try:
            outcomes[index] = True, function(item)
        except Exception as error:
            outcomes[index] = False, error

    threads = [Thread(target=work, args=pair) for pair in enumerate(items)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for index in range(len(threads)):
        if not outcomes[index][0]:
            raise outcomes[index][1]
    return [outcomes[index][1] for index in range(len(threads))]


def _work(answers, index, function, item):
    try:
        answers.put((function(item), None, index))
    except Exception as error:
        answers.put((None, error, index))


def map_in_processes(function, items):
    answers = SimpleQueue()
    processes = [Process(target=_work, args=(answers, index, function, item)) for index, item in enumerate(items)]
    for process in processes:
        process.start()
    outcomes = [answers.get() for _ in processes]
    for process in processes:
        process.join()
    errors = {index: error for _, error, index in outcomes if error is not None}
    if errors:
        raise errors[min(errors)]
    return [value for value, _, _ in outcomes]
