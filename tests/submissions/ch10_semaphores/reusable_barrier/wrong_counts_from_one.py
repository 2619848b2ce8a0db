# fails: basics: the numbers are 1 … parties
# kind: wrong_result
import threading


class ReusableBarrier:
    def __init__(self, parties):
        if parties < 1:
            raise ValueError(parties)
        self._parties = parties
        self._arrived = 0
        self._round = 0
        self._lock = threading.Lock()
        self._gates = (threading.Semaphore(0), threading.Semaphore(0))

    def wait(self):
        with self._lock:
            gate = self._gates[self._round % 2]
            self._arrived += 1
            number = self._arrived
            if number == self._parties:
                self._arrived = 0
                self._round += 1
                for _ in range(self._parties):
                    gate.release()
        gate.acquire()
        return number
