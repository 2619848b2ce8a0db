# right: the unfinished calls are counted; after shutdown the last one sends the workers home
import threading
from concurrent.futures import Future
from queue import SimpleQueue


class ThreadExecutor:
    def __init__(self, max_workers):
        self._n = max_workers
        self._q = SimpleQueue()
        self._changed = threading.Condition()
        self._unfinished = 0
        self._shut = False
        self._threads = []

    def submit(self, fn, /, *args, **kwargs):
        f = Future()
        with self._changed:
            if self._shut:
                raise RuntimeError
            self._unfinished += 1
            self._q.put((f, fn, args, kwargs))
            if len(self._threads) < self._n:
                self._threads.append(threading.Thread(target=self._main, daemon=True))
                self._threads[-1].start()
        return f

    def _main(self):
        while (job := self._q.get()) is not None:
            f, fn, args, kwargs = job
            if f.set_running_or_notify_cancel():
                try:
                    r = fn(*args, **kwargs)
                except BaseException as e:
                    f.set_exception(e)
                else:
                    f.set_result(r)
            with self._changed:
                self._unfinished -= 1
                if self._shut and not self._unfinished:
                    self._close()

    def _close(self):
        for _ in self._threads:
            self._q.put(None)

    def map(self, fn, items):
        return iter_results([self.submit(fn, i) for i in items])

    def shutdown(self, wait=True):
        with self._changed:
            if not self._shut:
                self._shut = True
                if not self._unfinished:
                    self._close()
        if wait:
            for t in self._threads:
                t.join()

    def __enter__(self):
        return self

    def __exit__(self, *a):
        self.shutdown()


def iter_results(futures):
    yield from (f.result() for f in futures)
