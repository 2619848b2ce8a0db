# right: a semaphore counts the idle workers, as in the library: a thread is started only when none is idle
import queue
import threading
from concurrent.futures import Future


class ThreadExecutor:
    def __init__(self, max_workers):
        self._queue = queue.Queue()
        self._lock = threading.Lock()
        self._closed = False
        self._max = max_workers
        self._idle = threading.Semaphore(0)
        self._threads = []

    def _work(self):
        while True:
            try:
                job = self._queue.get_nowait()
            except queue.Empty:
                self._idle.release()
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
            if not self._idle.acquire(blocking=False) and len(self._threads) < self._max:
                thread = threading.Thread(target=self._work)
                thread.start()
                self._threads.append(thread)
        return future

    def map(self, fn, items):
        futures = [self.submit(fn, item) for item in items]
        return (future.result() for future in futures)

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
