# right: typed; a dataclass is the supervisor, a Process subclass runs the target
from __future__ import annotations

from dataclasses import dataclass, field
from multiprocessing import Process
from typing import Any, Callable


class Child(Process):
    def __init__(self, function: Callable[..., Any], arguments: tuple[Any, ...], number: int) -> None:
        super().__init__(name=f"start-{number}")
        self.function = function
        self.arguments = arguments

    def run(self) -> None:
        self.function(*self.arguments)


@dataclass
class Supervisor:
    target: Callable[..., Any]
    args: tuple[Any, ...]
    starts_left: int
    codes: list[int] = field(default_factory=list)

    def step(self) -> bool:
        child = Child(self.target, self.args, len(self.codes))
        child.start()
        child.join()
        self.codes.append(child.exitcode)
        self.starts_left -= 1
        return child.exitcode != 0 and self.starts_left > 0


def supervise(target: Callable[..., Any], args: tuple[Any, ...] = (), max_restarts: int = 3) -> list[int]:
    if max_restarts < 0:
        raise ValueError(f"max_restarts is {max_restarts}")
    supervisor = Supervisor(target, args, max_restarts + 1)
    while supervisor.step():
        pass
    return supervisor.codes
