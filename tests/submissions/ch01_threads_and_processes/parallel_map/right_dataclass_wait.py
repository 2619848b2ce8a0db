# right: typed dataclasses; connection.wait takes the answers as they come
from __future__ import annotations

from dataclasses import dataclass
from multiprocessing import Pipe, Process
from multiprocessing.connection import Connection, wait
from threading import Thread
from typing import Any, Callable, Iterable


@dataclass
class Outcome:
    value: Any = None
    error: Exception | None = None

    def unwrap(self) -> Any:
        if self.error is not None:
            raise self.error
        return self.value


def attempt(function: Callable[[Any], Any], item: Any) -> Outcome:
    try:
        return Outcome(value=function(item))
    except Exception as error:
        return Outcome(error=error)


def map_in_threads(function: Callable[[Any], Any], items: Iterable[Any]) -> list[Any]:
    outcomes: dict[int, Outcome] = {}
    threads: list[Thread] = []
    for index, item in enumerate(items):
        def work(index: int = index, item: Any = item) -> None:
            outcomes[index] = attempt(function, item)
        threads.append(Thread(target=work))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [outcomes[index].unwrap() for index in range(len(threads))]


def answer(connection: Connection, function: Callable[[Any], Any], item: Any) -> None:
    with connection:
        connection.send(attempt(function, item))


def map_in_processes(function: Callable[[Any], Any], items: Iterable[Any]) -> list[Any]:
    pending: dict[Any, int] = {}
    processes: list[Process] = []
    for index, item in enumerate(items):
        receiver, sender = Pipe(duplex=False)
        process = Process(target=answer, args=(sender, function, item))
        process.start()
        sender.close()
        processes.append(process)
        pending[receiver] = index
    outcomes: dict[int, Outcome] = {}
    while pending:
        for receiver in wait(list(pending)):
            outcomes[pending.pop(receiver)] = receiver.recv()
            receiver.close()
    for process in processes:
        process.join()
    return [outcomes[index].unwrap() for index in range(len(processes))]
