# fails: processes_basics: the children write into their own copies of the list; the caller's list stays empty
# kind: wrong_result
from multiprocessing import Process
from threading import Thread


def _work(outcomes, index, function, item):
    try:
        outcomes[index] = True, function(item)
    except Exception as error:
        outcomes[index] = False, error


def _run(kind, function, items):
    items = list(items)
    outcomes = [(True, None)] * len(items)
    workers = [kind(target=_work, args=(outcomes, index, function, item)) for index, item in enumerate(items)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    for fine, content in outcomes:
        if not fine:
            raise content
    return [content for _, content in outcomes]


def map_in_threads(function, items):
    return _run(Thread, function, items)


def map_in_processes(function, items):
    return _run(Process, function, items)
