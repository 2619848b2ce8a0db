# right: a PriorityQueue with running numbers, the end marks have the largest
import itertools
import queue
import threading
from concurrent.futures import Future


class ThreadExecutor:
    LAST = float("inf")

    def __init__(self, max_workers):
        self._heap = queue.PriorityQueue()
        self._numbers = itertools.count()
        self._mutex = threading.Condition()
        self._down = False
        self._threads = set()
        for _ in range(max_workers):
            thread = threading.Thread(target=self._serve)
            self._threads.add(thread)
            thread.start()

    def _serve(self):
        while True:
            number, _, task = self._heap.get()
            if number == self.LAST:
                break
            task()

    def submit(self, fn, /, *args, **kwargs):
        future = Future()

        def task():
            if not future.set_running_or_notify_cancel():
                return
            result = error = None
            try:
                result = fn(*args, **kwargs)
            except BaseException as caught:
                error = caught
            if error is None:
                future.set_result(result)
            else:
                future.set_exception(error)

        with self._mutex:
            if self._down:
                raise RuntimeError("down")
            number = next(self._numbers)
            self._heap.put((number, number, task))
        return future

    def map(self, fn, items):
        futures = [self.submit(fn, item) for item in items]
        yield_in_order = (future.result() for future in futures)
        return yield_in_order

    def shutdown(self, wait=True):
        with self._mutex:
            first, self._down = not self._down, True
            if first:
                for _ in self._threads:
                    self._heap.put((self.LAST, next(self._numbers), None))
        while wait and any(thread.is_alive() for thread in self._threads):
            for thread in self._threads:
                thread.join()

    def __enter__(self):
        return self.submit

    def __exit__(self, *error):
        self.shutdown()
