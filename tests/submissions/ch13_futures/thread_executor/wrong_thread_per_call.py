# fails: workers: a thread for every call, a semaphore lets max_workers of them run: there are more threads than allowed
# kind: leak|wrong_result|overlap
import threading
from concurrent.futures import Future


class ThreadExecutor:
    def __init__(self, max_workers):
        self._places = threading.Semaphore(max_workers)
        self._lock = threading.Lock()
        self._closed = False
        self._threads = []

    def submit(self, fn, /, *args, **kwargs):
        future = Future()

        def run():
            with self._places:
                if future.set_running_or_notify_cancel():
                    try:
                        future.set_result(fn(*args, **kwargs))
                    except BaseException as error:
                        future.set_exception(error)

        with self._lock:
            if self._closed:
                raise RuntimeError("shut down")
            thread = threading.Thread(target=run)
            thread.start()
            self._threads.append(thread)
        return future

    def map(self, fn, items):
        futures = [self.submit(fn, item) for item in items]
        return (future.result() for future in futures)

    def shutdown(self, wait=True):
        with self._lock:
            self._closed = True
        if wait:
            for thread in self._threads:
                thread.join()

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.shutdown()
