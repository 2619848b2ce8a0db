# fails: crashes: a broken pool tells no exit code: ChildCrashed(None)
# kind: wrong_result
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


class ChildCrashed(Exception):
    def __init__(self, exitcode):
        super().__init__(f"the child ended with exit code {exitcode}")
        self.exitcode = exitcode


def run_isolated(function, *args, timeout=None):
    executor = ProcessPoolExecutor(max_workers=1)
    future = executor.submit(function, *args)
    try:
        return future.result(timeout)
    except BrokenProcessPool:
        raise ChildCrashed(None) from None
    except TimeoutError:
        for process in list(executor._processes.values()):
            process.kill()
        raise
    finally:
        executor.shutdown(wait=True)
