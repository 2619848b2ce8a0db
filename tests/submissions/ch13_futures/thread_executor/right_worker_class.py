# right: a Thread subclass as the worker, tasks are dataclasses that know how to run themselves
from __future__ import annotations

import threading
from collections import deque
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any, Callable, Iterable, Iterator


@dataclass
class Task:
    fn: Callable[..., Any]
    args: tuple
    kwargs: dict
    future: Future = field(default_factory=Future)

    def run(self) -> None:
        if not self.future.set_running_or_notify_cancel():
            return
        try:
            result = self.fn(*self.args, **self.kwargs)
        except BaseException as error:
            self.future.set_exception(error)
            del error
        else:
            self.future.set_result(result)


class Worker(threading.Thread):
    def __init__(self, owner: ThreadExecutor) -> None:
        super().__init__(daemon=True)
        self.owner = owner

    def run(self) -> None:
        while (task := self.owner.next_task()) is not None:
            task.run()
            del task


class ThreadExecutor:
    def __init__(self, max_workers: int) -> None:
        self.lock = threading.Lock()
        self.available = threading.Semaphore(0)
        self.tasks: deque[Task] = deque()
        self.open = True
        self.workers = [Worker(self) for _ in range(max_workers)]
        for worker in self.workers:
            worker.start()

    def next_task(self) -> Task | None:
        self.available.acquire()
        with self.lock:
            return self.tasks.popleft() if self.tasks else None

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future:
        task = Task(fn, args, kwargs)
        with self.lock:
            if not self.open:
                raise RuntimeError("closed")
            self.tasks.append(task)
            self.available.release()
        return task.future

    def map(self, fn: Callable[[Any], Any], items: Iterable[Any]) -> Iterator[Any]:
        return map(Future.result, [self.submit(fn, item) for item in items])

    def shutdown(self, wait: bool = True) -> None:
        with self.lock:
            if self.open:
                self.open = False
                self.available.release(len(self.workers))
        if wait:
            for worker in self.workers:
                worker.join()

    def __enter__(self) -> ThreadExecutor:
        return self

    def __exit__(self, *error: object) -> None:
        self.shutdown(wait=True)
