# right: threads and processes are written out apart; only the process one needs a picklable call
import multiprocessing
from functools import partial
from multiprocessing import dummy


def _call(function, item):
    try:
        return True, function(item)
    except Exception as error:
        return False, error


def _in_threads(function, items, workers):
    pool = dummy.Pool(workers)
    try:
        return pool.map(lambda item: _call(function, item), items, 1)
    finally:
        pool.terminate()
        pool.join()


def _in_processes(function, items, workers):
    with multiprocessing.Pool(workers) as pool:
        answers = pool.map(partial(_call, function), items, 1)
        pool.close()
        pool.join()
    return answers


def gather(function, items, workers=4, kind="threads"):
    if kind == "threads":
        answers = _in_threads(function, items, workers)
    elif kind == "processes":
        answers = _in_processes(function, items, workers)
    else:
        raise ValueError(kind)
    return [("ok" if fine else "error", value) for fine, value in answers]
