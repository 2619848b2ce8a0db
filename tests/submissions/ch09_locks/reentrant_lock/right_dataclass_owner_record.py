# right: owner and depth are one immutable record, replaced as a whole; a subclass of RuntimeError is raised
import threading
from dataclasses import dataclass, field
from typing import NamedTuple, Optional


class NotOwner(RuntimeError):
    pass


class Holding(NamedTuple):
    thread: threading.Thread
    depth: int


@dataclass
class ReentrantLock:
    lock: threading.Lock = field(default_factory=threading.Lock)
    holding: Optional[Holding] = None

    def _mine(self) -> Optional[Holding]:
        holding = self.holding
        if holding is not None and holding.thread is threading.current_thread():
            return holding
        return None

    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
        mine = self._mine()
        if mine is None:
            if not self.lock.acquire(blocking, timeout):
                return False
            mine = Holding(threading.current_thread(), 0)
        self.holding = mine._replace(depth=mine.depth + 1)
        return True

    def release(self) -> None:
        mine = self._mine()
        if mine is None:
            raise NotOwner(threading.current_thread().name)
        if mine.depth > 1:
            self.holding = Holding(mine.thread, mine.depth - 1)
        else:
            self.holding = None
            self.lock.release()

    def __enter__(self):
        self.acquire()
        return self

    def __exit__(self, *error):
        self.release()
