# fails: rounds: the count goes on from `parties`: in round 2 nobody is ever the last, all wait
# kind: deadlock|hang
import threading


class ReusableBarrier:
    def __init__(self, parties):
        if parties < 1:
            raise ValueError(parties)
        self._parties = parties
        self._arrived = 0
        self._lock = threading.Lock()
        self._gate = threading.Semaphore(0)

    def wait(self):
        with self._lock:
            number = self._arrived
            self._arrived += 1
            if self._arrived == self._parties:
                for _ in range(self._parties):
                    self._gate.release()
        self._gate.acquire()
        return number
