# right: an executor of one process for each item, all shut down by an ExitStack
import threading
import multiprocessing as mp

def map_in_threads(function, items):
    items = list(items)
    results = [None] * len(items)
    errors = [None] * len(items)
    def work(i, item):
        try:
            results[i] = function(item)
        except Exception as e:
            errors[i] = e
    threads = [threading.Thread(target=work, args=(i, x)) for i, x in enumerate(items)]
    for t in threads: t.start()
    for t in threads: t.join()
    for e in errors:
        if e is not None: raise e
    return results

from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
def map_in_processes(function, items):
    with ExitStack() as stack:
        futures = [stack.enter_context(ProcessPoolExecutor(1)).submit(function, x) for x in items]
    return [f.result() for f in futures]
