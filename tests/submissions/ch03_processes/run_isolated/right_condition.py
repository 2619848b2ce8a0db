# right: typed; a dataclass with a condition is where the reading thread leaves the outcome
from __future__ import annotations

from dataclasses import dataclass, field
from multiprocessing import Pipe, Process
from multiprocessing.connection import Connection
from threading import Condition, Thread
from typing import Any, Callable


@dataclass(eq=False)
class ChildCrashed(Exception):
    exitcode: int | None


@dataclass
class Outcome:
    value: Any = None
    error: Exception | None = None


@dataclass
class Mailbox:
    changed: Condition = field(default_factory=Condition)
    closed: bool = False
    outcome: Outcome | None = None

    def fill(self, connection: Connection) -> None:
        try:
            outcome = connection.recv()
        except (EOFError, OSError):
            outcome = None
        with self.changed:
            self.closed, self.outcome = True, outcome
            self.changed.notify_all()

    def wait(self, timeout: float | None) -> bool:
        with self.changed:
            return self.changed.wait_for(lambda: self.closed, timeout)


def _child(connection: Connection, function: Callable[..., Any], args: tuple[Any, ...]) -> None:
    with connection:
        try:
            outcome = Outcome(value=function(*args))
        except Exception as error:
            outcome = Outcome(error=error)
        connection.send(outcome)


def run_isolated(function: Callable[..., Any], *args: Any, timeout: float | None = None) -> Any:
    receiver, sender = Pipe(duplex=False)
    process = Process(target=_child, args=(sender, function, args))
    process.start()
    sender.close()
    box = Mailbox()
    thread = Thread(target=box.fill, args=(receiver,))
    thread.start()
    in_time = box.wait(timeout)
    if not in_time:
        process.kill()
    thread.join()
    process.join()
    receiver.close()
    if not in_time:
        raise TimeoutError("the child was too slow")
    if box.outcome is None:
        raise ChildCrashed(process.exitcode)
    if box.outcome.error is not None:
        raise box.outcome.error
    return box.outcome.value
