# right: the callback is an object with __call__ that counts failures and keeps the first success
import threading


class _Race:
    def __init__(self):
        self.lock = threading.Lock()
        self.over = threading.Event()
        self.futures = []
        self.winner = None
        self.failed = 0
        self.total = None

    def __call__(self, future):
        with self.lock:
            if future.cancelled() or self.winner:
                return
            if future.exception() is None:
                self.winner = future
            else:
                self.failed += 1
            self._check()

    def _check(self):
        if self.winner is not None or self.failed == self.total:
            self.over.set()

    def run(self, executor, calls):
        for call in calls:
            future = executor.submit(call)
            self.futures.append(future)
            future.add_done_callback(self)
        if not self.futures:
            raise ValueError("no calls given")
        with self.lock:
            self.total = len(self.futures)
            self._check()
        self.over.wait()
        if self.winner is None:
            raise ExceptionGroup("every call failed", [f.exception() for f in self.futures])
        for future in self.futures:
            future.cancel()
        return self.winner.result()


def first_success(executor, calls):
    return _Race().run(executor, calls)
