# fails: loads: multiprocessing.dummy's Pool is a ThreadPool
# kind: forbidden
import threading
from concurrent.futures import Future
from multiprocessing.dummy import Pool


class ThreadExecutor:
    def __init__(self, max_workers):
        self._pool = Pool(max_workers)
        self._lock = threading.Lock()
        self._closed = False

    def submit(self, fn, /, *args, **kwargs):
        future = Future()

        def run():
            if future.set_running_or_notify_cancel():
                try:
                    future.set_result(fn(*args, **kwargs))
                except BaseException as error:
                    future.set_exception(error)

        with self._lock:
            if self._closed:
                raise RuntimeError("closed")
            self._pool.apply_async(run)
        return future

    def map(self, fn, items):
        return iter([future.result() for future in [self.submit(fn, item) for item in items]])

    def shutdown(self, wait=True):
        with self._lock:
            self._closed = True
            self._pool.close()
        if wait:
            self._pool.join()

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.shutdown()
