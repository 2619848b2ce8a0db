# right: a thread is started only when fewer are idle than tasks wait; an idle worker gets its task handed over
import threading
from collections import deque
from concurrent.futures import Future


class _Seat:
    def __init__(self):
        self.task = None
        self.bell = threading.Semaphore(0)


class ThreadExecutor:
    def __init__(self, max_workers):
        self._max = max_workers
        self._mutex = threading.Lock()
        self._idle = []
        self._line = deque()
        self._threads = []
        self._open = True

    def submit(self, fn, /, *args, **kwargs):
        future = Future()
        task = (future, fn, args, kwargs)
        with self._mutex:
            if not self._open:
                raise RuntimeError("submit: the executor is shut down")
            if self._idle:
                seat = self._idle.pop()
                seat.task = task
                seat.bell.release()
            elif len(self._threads) < self._max:
                seat = _Seat()
                seat.task = task
                thread = threading.Thread(target=self._work, args=(seat,))
                self._threads.append(thread)
                thread.start()
            else:
                self._line.append(task)
        return future

    def _work(self, seat):
        while seat.task is not None:
            future, fn, args, kwargs = seat.task
            seat.task = None
            if future.set_running_or_notify_cancel():
                try:
                    result = fn(*args, **kwargs)
                except BaseException as error:
                    future.set_exception(error)
                else:
                    future.set_result(result)
            with self._mutex:
                if self._line:
                    seat.task = self._line.popleft()
                    continue
                if not self._open:
                    return
                self._idle.append(seat)
            seat.bell.acquire()

    def map(self, fn, items):
        futures = tuple(self.submit(fn, item) for item in items)
        return (future.result() for future in futures)

    def shutdown(self, wait=True):
        with self._mutex:
            self._open = False
            while self._idle:
                self._idle.pop().bell.release()
        if wait:
            for thread in tuple(self._threads):
                thread.join()

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc, tb):
        self.shutdown(True)
        return False
