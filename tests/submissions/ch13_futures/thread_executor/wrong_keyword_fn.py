# fails: basics: submit(f, fn=1) raises TypeError: the parameter fn is not positional-only
# kind: exception
import threading
from collections import deque
from concurrent.futures import Future


class ThreadExecutor:
    def __init__(self, max_workers):
        self._max_workers = max_workers
        self._tasks = deque()
        self._threads = []
        self._closed = False
        self._changed = threading.Condition(threading.Lock())

    def submit(self, fn, *args, **kwargs):
        future = Future()
        with self._changed:
            if self._closed:
                raise RuntimeError("submit after shutdown")
            self._tasks.append((future, fn, args, kwargs))
            if len(self._threads) < self._max_workers:
                thread = threading.Thread(target=self._work)
                self._threads.append(thread)
                thread.start()
            self._changed.notify()
        return future

    def _work(self):
        while True:
            with self._changed:
                while not self._tasks and not self._closed:
                    self._changed.wait()
                if not self._tasks:
                    return
                future, fn, args, kwargs = self._tasks.popleft()
            if not future.set_running_or_notify_cancel():
                continue
            try:
                result = fn(*args, **kwargs)
            except BaseException as error:
                future.set_exception(error)
            else:
                future.set_result(result)

    def map(self, fn, items):
        futures = [self.submit(fn, item) for item in items]
        return (future.result() for future in futures)

    def shutdown(self, wait=True):
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        if wait:
            for thread in self._threads:
                thread.join()

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.shutdown()
