# right: Queue.join waits for all the work, only then the workers are told to end; end marks are functions
import queue
import threading
from concurrent.futures import Future
from contextlib import AbstractContextManager


class _End(Exception):
    pass


def _end():
    raise _End


class ThreadExecutor(AbstractContextManager):
    def __init__(self, max_workers):
        self.jobs = queue.Queue()
        self.lock = threading.Lock()
        self.accepting = True
        self.ended = False
        self.threads = []
        for _ in range(max_workers):
            self.threads.append(threading.Thread(target=self.loop))
            self.threads[-1].start()

    def loop(self):
        while True:
            job = self.jobs.get()
            try:
                job()
            except _End:
                return
            finally:
                self.jobs.task_done()

    def submit(self, fn, /, *args, **kwargs):
        future = Future()

        def job():
            if not future.set_running_or_notify_cancel():
                return
            try:
                outcome, deliver = fn(*args, **kwargs), future.set_result
            except BaseException as error:
                outcome, deliver = error, future.set_exception
            deliver(outcome)

        with self.lock:
            if not self.accepting:
                raise RuntimeError("no more calls, please")
            self.jobs.put(job)
        return future

    def map(self, fn, items):
        futures = []
        for item in items:
            futures.append(self.submit(fn, item))
        return iter(_Results(futures))

    def shutdown(self, wait=True):
        with self.lock:
            self.accepting = False
        if wait:
            self.jobs.join()
        with self.lock:
            if not self.ended:
                self.ended = True
                for _ in self.threads:
                    self.jobs.put(_end)
        if wait:
            for thread in self.threads:
                thread.join()

    def __exit__(self, *error):
        self.shutdown()


class _Results:
    def __init__(self, futures):
        self.futures = futures

    def __iter__(self):
        for future in self.futures:
            yield future.result()
