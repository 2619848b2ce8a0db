# right: a deque of closures and a condition; threads are started as needed
import threading
from collections import deque
from concurrent.futures import Future


class ThreadExecutor:
    """Threads start when needed and none idle; a condition guards a deque."""

    def __init__(self, max_workers):
        self._max = max_workers
        self._cond = threading.Condition()
        self._calls = deque()
        self._threads = []
        self._idle = 0
        self._stop = False

    def submit(self, fn, /, *args, **kwargs):
        with self._cond:
            if self._stop:
                raise RuntimeError("cannot schedule new futures after shutdown")
            future = Future()
            self._calls.append(lambda: self._run(future, fn, args, kwargs))
            if self._idle < len(self._calls) and len(self._threads) < self._max:
                t = threading.Thread(target=self._loop)
                self._threads.append(t)
                t.start()
            self._cond.notify()
            return future

    @staticmethod
    def _run(future, fn, args, kwargs):
        if future.set_running_or_notify_cancel():
            try:
                future.set_result(fn(*args, **kwargs))
            except BaseException as e:
                future.set_exception(e)

    def _loop(self):
        while True:
            with self._cond:
                self._idle += 1
                while not self._calls and not self._stop:
                    self._cond.wait()
                self._idle -= 1
                if not self._calls:
                    return
                call = self._calls.popleft()
            call()

    def map(self, fn, items):
        fs = list(map(lambda item: self.submit(fn, item), items))
        def results():
            for f in fs:
                yield f.result()
        return results()

    def shutdown(self, wait=True):
        with self._cond:
            self._stop = True
            self._cond.notify_all()
            threads = list(self._threads)
        if wait:
            for t in threads:
                t.join()

    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        self.shutdown(wait=True)
        return False
