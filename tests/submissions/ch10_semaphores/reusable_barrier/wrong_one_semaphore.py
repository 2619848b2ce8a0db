# fails: rounds: A, last of round 1, releases one permit for B, runs on, waits in round 2 and takes B's permit itself
# kind: race|overlap|wrong_result|deadlock
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
            last = self._arrived == self._parties
            if last:
                self._arrived = 0
                for _ in range(self._parties - 1):
                    self._gate.release()
        if not last:
            self._gate.acquire()
        return number
