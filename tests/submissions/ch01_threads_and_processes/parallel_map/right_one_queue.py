# right: all answers come through one queue, with their index, in any order; drained before joining
import multiprocessing
import queue
import threading


def _work(answers, index, function, item):
    try:
        answers.put((index, "value", function(item)))
    except Exception as error:
        answers.put((index, "error", error))


def _run(make, answers, function, items):
    workers = [make(target=_work, args=(answers, i, function, item)) for i, item in enumerate(items)]
    for worker in workers:
        worker.start()
    outcome = {}
    while len(outcome) < len(workers):
        index, kind, content = answers.get()
        outcome[index] = kind, content
    for worker in workers:
        worker.join()
    values = []
    for index in range(len(workers)):
        kind, content = outcome[index]
        if kind == "error":
            raise content
        values.append(content)
    return values


def map_in_threads(function, items):
    return _run(threading.Thread, queue.Queue(), function, items)


def map_in_processes(function, items):
    answers = multiprocessing.Queue()
    try:
        return _run(multiprocessing.Process, answers, function, items)
    finally:
        answers.close()
        answers.join_thread()
