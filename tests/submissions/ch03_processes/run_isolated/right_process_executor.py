# right: an executor of one worker process; its exit code, or its kill, through the executor's own table of processes
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from concurrent.futures import TimeoutError as FT

class ChildCrashed(Exception):
    def __init__(self, exitcode):
        super().__init__(exitcode)
        self.exitcode = exitcode

def _catch(f, args):
    try:
        return True, f(*args)
    except Exception as e:
        return False, e

def run_isolated(function, *args, timeout=None):
    pool = ProcessPoolExecutor(1)
    future = pool.submit(_catch, function, args)
    workers = list(pool._processes.values())
    try:
        ok, value = future.result(timeout)
    except FT:
        for w in workers:
            w.kill()
        raise
    except BrokenProcessPool:
        workers[0].join()
        raise ChildCrashed(workers[0].exitcode) from None
    finally:
        pool.shutdown(wait=True)
    if not ok:
        raise value
    return value
