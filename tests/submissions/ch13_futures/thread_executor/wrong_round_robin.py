# fails: workers: two workers with a queue each: the third call goes to the first worker, which is busy, while the second is idle
# kind: deadlock|hang|wrong_result
import itertools
import queue
import threading
from concurrent.futures import Future


class ThreadExecutor:
    def __init__(self, max_workers):
        self._lock = threading.Lock()
        self._closed = False
        self._lines = [queue.SimpleQueue() for _ in range(max_workers)]
        self._next = itertools.cycle(self._lines)
        self._threads = [threading.Thread(target=_work, args=(line,)) for line in self._lines]
        for thread in self._threads:
            thread.start()

    def submit(self, fn, /, *args, **kwargs):
        with self._lock:
            if self._closed:
                raise RuntimeError("shut down")
            future = Future()
            next(self._next).put((future, fn, args, kwargs))
            return future

    def map(self, fn, items):
        futures = [self.submit(fn, item) for item in items]
        return (future.result() for future in futures)

    def shutdown(self, wait=True):
        with self._lock:
            if not self._closed:
                self._closed = True
                for line in self._lines:
                    line.put(None)
        if wait:
            for thread in self._threads:
                thread.join()

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.shutdown()


def _work(line):
    for future, fn, args, kwargs in iter(line.get, None):
        if future.set_running_or_notify_cancel():
            try:
                future.set_result(fn(*args, **kwargs))
            except BaseException as error:
                future.set_exception(error)
