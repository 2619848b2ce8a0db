# right: SimpleQueue on both sides; the answers are sorted by index, and the smallest failing index raises
from multiprocessing import Process, SimpleQueue
from queue import SimpleQueue as ThreadQueue
from threading import Thread


def _call(put, index, function, item):
    try:
        value, error = function(item), None
    except Exception as caught:
        value, error = None, caught
    put((index, value, error))


def _call_remote(answers, index, function, item):
    _call(answers.put, index, function, item)


def _finish(workers, answers):
    for worker in workers:
        worker.start()
    rows = sorted((answers.get() for _ in workers), key=lambda row: row[0])
    for worker in workers:
        worker.join()
    failed = [error for _, _, error in rows if error is not None]
    if failed:
        raise failed[0]
    return [value for _, value, _ in rows]


def map_in_threads(function, items):
    answers = ThreadQueue()
    return _finish([Thread(target=_call, args=(answers.put, i, function, x)) for i, x in enumerate(items)], answers)


def map_in_processes(function, items):
    answers = SimpleQueue()
    workers = [Process(target=_call_remote, args=(answers, i, function, x)) for i, x in enumerate(items)]
    try:
        return _finish(workers, answers)
    finally:
        answers.close()
