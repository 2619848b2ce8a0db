# fails: rounds: the numbers of round 2 go on at `parties` instead of 0
# kind: wrong_result
import threading


class ReusableBarrier:
    def __init__(self, parties):
        if parties < 1:
            raise ValueError(parties)
        self._parties = parties
        self._drawn = 0
        self._lock = threading.Lock()
        self._gates = (threading.Semaphore(0), threading.Semaphore(0))

    def wait(self):
        with self._lock:
            number = self._drawn
            self._drawn += 1
            gate = self._gates[number // self._parties % 2]
            if self._drawn % self._parties == 0:
                for _ in range(self._parties):
                    gate.release()
        gate.acquire()
        return number
