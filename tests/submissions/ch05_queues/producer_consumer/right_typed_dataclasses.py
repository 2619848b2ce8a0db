# right: typed; messages are dataclasses, a context manager owns the consumers
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import Process, Queue
from typing import Any


@dataclass(frozen=True)
class Task:
    index: int
    item: Any


@dataclass(frozen=True)
class Answer:
    index: int
    value: Any = None
    error: Exception | None = None

    def unwrap(self) -> Any:
        if self.error is not None:
            raise self.error
        return self.value


class Stop:
    pass


def consume(tasks: Any, answers: Any, work: Callable[[Any], Any]) -> None:
    while isinstance(task := tasks.get(), Task):
        try:
            answer = Answer(task.index, value=work(task.item))
        except Exception as error:
            answer = Answer(task.index, error=error)
        answers.put(answer)


@contextmanager
def crew(number: int, tasks: Any, answers: Any, work: Callable[[Any], Any]) -> Iterator[None]:
    processes = [Process(target=consume, args=(tasks, answers, work), name=f"consumer-{n}") for n in range(number)]
    for process in processes:
        process.start()
    try:
        yield
    finally:
        for process in processes:
            process.join()
        tasks.close()
        tasks.join_thread()


def run(items: Iterable[Any], work: Callable[[Any], Any], consumers: int = 2, capacity: int = 1) -> list[Any]:
    tasks: Any = Queue(capacity)
    answers: Any = Queue()
    count = 0
    got: dict[int, Answer] = {}
    with crew(consumers, tasks, answers, work):
        for count, item in enumerate(items, start=1):
            tasks.put(Task(count - 1, item))
        for _ in range(consumers):
            tasks.put(Stop())
        for _ in range(count):
            answer = answers.get()
            got[answer.index] = answer
    return [got[index].unwrap() for index in range(count)]
