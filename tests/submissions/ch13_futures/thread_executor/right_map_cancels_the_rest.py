# right: the iterator of map cancels what is left when it is closed, as the library's does
import queue
import threading
from concurrent.futures import Future


class ThreadExecutor:
    def __init__(self, max_workers):
        self._queue = queue.Queue()
        self._lock = threading.Lock()
        self._closed = False
        self._threads = [threading.Thread(target=self._work) for _ in range(max_workers)]
        for thread in self._threads:
            thread.start()

    def _work(self):
        while True:
            job = self._queue.get()
            if job is None:
                return
            future, fn, args, kwargs = job
            if not future.set_running_or_notify_cancel():
                continue
            try:
                result = fn(*args, **kwargs)
            except BaseException as error:
                future.set_exception(error)
            else:
                future.set_result(result)

    def submit(self, fn, /, *args, **kwargs):
        future = Future()
        with self._lock:
            if self._closed:
                raise RuntimeError("closed")
            self._queue.put((future, fn, args, kwargs))
        return future

    def map(self, fn, items):
        futures = [self.submit(fn, item) for item in items]

        def results():
            try:
                for future in futures:
                    yield future.result()
            finally:
                for future in futures:
                    future.cancel()
        return results()

    def shutdown(self, wait=True):
        with self._lock:
            if not self._closed:
                self._closed = True
                for _ in self._threads:
                    self._queue.put(None)
        if wait:
            for thread in self._threads:
                thread.join()

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.shutdown()
