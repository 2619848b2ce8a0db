# right: all threads at once, a SimpleQueue, one None per thread; submit and shutdown exclude each other by a lock
import queue
import threading
from concurrent.futures import Future


class ThreadExecutor:
    def __init__(self, max_workers):
        self._line = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._closed = False
        self._threads = [threading.Thread(target=self._work, name=f"worker-{i}") for i in range(max_workers)]
        for thread in self._threads:
            thread.start()

    def submit(self, fn, /, *args, **kwargs):
        with self._lock:
            if self._closed:
                raise RuntimeError("cannot submit after shutdown")
            future = Future()
            self._line.put((future, fn, args, kwargs))
            return future

    def _work(self):
        for future, fn, args, kwargs in iter(self._line.get, None):
            if future.set_running_or_notify_cancel():
                try:
                    future.set_result(fn(*args, **kwargs))
                except BaseException as error:
                    future.set_exception(error)

    def map(self, fn, items):
        futures = [self.submit(fn, item) for item in items]

        def results():
            for future in futures:
                yield future.result()
        return results()

    def shutdown(self, wait=True):
        with self._lock:
            if not self._closed:
                self._closed = True
                for _ in self._threads:
                    self._line.put(None)
        if wait:
            for thread in self._threads:
                thread.join()

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.shutdown()
