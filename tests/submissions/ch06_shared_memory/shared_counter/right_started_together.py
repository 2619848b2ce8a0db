# right: all wait for an Event before they begin, a semaphore of one permit is the lock
import multiprocessing
from dataclasses import dataclass
from typing import Any


@dataclass
class Shared:
    total: Any
    mutex: Any
    go: Any

    def increment(self) -> None:
        with self.mutex:
            now = self.total.value
            self.total.value = now + 1


def run(shared: Shared, times: int) -> None:
    shared.go.wait()
    for _ in range(times):
        shared.increment()


def count(processes: int, increments: int) -> int:
    shared = Shared(multiprocessing.Value("L", 0), multiprocessing.BoundedSemaphore(1), multiprocessing.Event())
    runners = [multiprocessing.Process(target=run, args=(shared, increments)) for _ in range(processes)]
    for runner in runners:
        runner.start()
    shared.go.set()
    for runner in runners:
        runner.join()
    return int(shared.total.value)
