# right: typed; a thread feeds the queue and joins it, the caller reads until the feeder says that it was all
from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from multiprocessing import JoinableQueue, Process, SimpleQueue
from threading import Thread
from typing import Any


@dataclass
class Outcome:
    results: dict[int, Any] = field(default_factory=dict)
    errors: dict[int, Exception] = field(default_factory=dict)

    def add(self, index: int, raised: bool, content: Any) -> None:
        target = self.errors if raised else self.results
        target[index] = content


def serve(tasks: Any, answers: Any, work: Callable[[Any], Any]) -> None:
    for index, item in iter(tasks.get, None):
        try:
            answer = (index, False, work(item))
        except Exception as error:
            answer = (index, True, error)
        answers.put(answer)
        tasks.task_done()
    tasks.task_done()


def feed(tasks: Any, answers: Any, items: list[Any], workers: int) -> None:
    for task in enumerate(items):
        tasks.put(task)
    for _ in range(workers):
        tasks.put(None)
    tasks.join()
    answers.put(None)


def process_all(items: Iterable[Any], work: Callable[[Any], Any], workers: int = 2) -> tuple[dict, dict]:
    tasks: Any = JoinableQueue()
    answers: Any = SimpleQueue()
    processes = [Process(target=serve, args=(tasks, answers, work)) for _ in range(workers)]
    for process in processes:
        process.start()
    feeder = Thread(target=feed, args=(tasks, answers, list(items), workers))
    feeder.start()
    outcome = Outcome()
    for answer in iter(answers.get, None):
        outcome.add(*answer)
    feeder.join()
    for process in processes:
        process.join()
    tasks.close()
    tasks.join_thread()
    return outcome.results, outcome.errors
