# fails: processes_basics: the children have ended, but empty() may still say True while the last answer is on its way: it is lost
#        (and a large one hangs in join)
# kind: wrong_result|race|deadlock|hang|exception
import multiprocessing
from threading import Thread


def _attempt(function, item):
    try:
        return True, function(item)
    except Exception as error:
        return False, error


def _open(outcomes):
    keys = sorted(outcomes)
    for key in keys:
        if not outcomes[key][0]:
            raise outcomes[key][1]
    return [outcomes[key][1] for key in keys]


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
    for process in processes:
        process.join()
    outcomes = {}
    while not answers.empty():
        index, outcome = answers.get()
        outcomes[index] = outcome
    return _open(outcomes)
