# right: processes leave their answers in a manager's dictionary, threads in a plain one
import multiprocessing
import threading


def _attempt(outcomes, index, function, item):
    try:
        outcomes[index] = ("ok", function(item))
    except Exception as error:
        outcomes[index] = ("error", error)


def _run(workers):
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()


def _unwrap(outcomes):
    for index in sorted(outcomes):
        if outcomes[index][0] == "error":
            raise outcomes[index][1]
    return [outcomes[index][1] for index in sorted(outcomes)]


def map_in_threads(function, items):
    outcomes = {}
    _run([threading.Thread(target=_attempt, args=(outcomes, i, function, item)) for i, item in enumerate(items)])
    return _unwrap(outcomes)


def map_in_processes(function, items):
    with multiprocessing.Manager() as manager:
        shared = manager.dict()
        _run([multiprocessing.Process(target=_attempt, args=(shared, i, function, x)) for i, x in enumerate(items)])
        outcomes = dict(shared)
    return _unwrap(outcomes)
