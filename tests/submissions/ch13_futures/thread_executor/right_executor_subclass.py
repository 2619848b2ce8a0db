# right: a subclass of concurrent.futures.Executor that inherits map and the context manager
import threading
from concurrent.futures import Executor, Future
from functools import partial
from queue import Queue


class ThreadExecutor(Executor):
    def __init__(self, max_workers):
        self.queue = Queue()
        self.gate = threading.RLock()
        self.max_workers = max_workers
        self.workers = []
        self.down = False

    def submit(self, fn, /, *args, **kwargs):
        future = Future()
        with self.gate:
            if self.down:
                raise RuntimeError("executor is down")
            self.queue.put((future, partial(fn, *args, **kwargs)))
            if len(self.workers) < self.max_workers:
                worker = threading.Thread(target=self._run)
                worker.start()
                self.workers.append(worker)
        return future

    def _run(self):
        while True:
            job = self.queue.get()
            if job is None:
                self.queue.put(None)
                return
            future, call = job
            if not future.set_running_or_notify_cancel():
                continue
            try:
                value = call()
            except BaseException as problem:
                future.set_exception(problem)
            else:
                future.set_result(value)

    def shutdown(self, wait=True, *, cancel_futures=False):
        with self.gate:
            if not self.down:
                self.down = True
                self.queue.put(None)
        if wait:
            for worker in self.workers:
                worker.join()
