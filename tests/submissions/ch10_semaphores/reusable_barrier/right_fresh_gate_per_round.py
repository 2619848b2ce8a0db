# right: every round is an object of its own, the last one in replaces it before it opens the gate
import threading
from dataclasses import dataclass, field


@dataclass
class Round:
    count: int = 0
    gate: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))


class ReusableBarrier:
    def __init__(self, parties):
        if parties < 1:
            raise ValueError("parties < 1")
        self.parties = parties
        self.lock = threading.RLock()
        self.round = Round()

    def wait(self):
        with self.lock:
            mine = self.round
            number = mine.count
            mine.count += 1
            complete = mine.count == self.parties
            if complete:
                self.round = Round()
        if complete:
            mine.gate.release(self.parties)
        mine.gate.acquire()
        return number
