# right: an executor of one worker for every item, so each call has a thread or a spawned process to itself
import multiprocessing
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def _map(make, function, items):
    executors, futures = [], []
    try:
        for item in items:
            executor = make()
            executors.append(executor)
            futures.append(executor.submit(function, item))
    finally:
        for executor in executors:
            executor.shutdown(wait=True)
    return [future.result() for future in futures]


def map_in_threads(function, items):
    return _map(lambda: ThreadPoolExecutor(1), function, items)


def map_in_processes(function, items):
    context = multiprocessing.get_context("spawn")
    return _map(lambda: ProcessPoolExecutor(1, mp_context=context), function, items)
