# right: two semaphores, one for the even rounds and one for the odd ones
import threading


class ReusableBarrier:
    def __init__(self, parties: int) -> None:
        if parties < 1:
            raise ValueError("a barrier needs parties")
        self._parties = parties
        self._arrived = 0
        self._round = 0
        self._lock = threading.Lock()
        self._gates = (threading.Semaphore(0), threading.Semaphore(0))

    def wait(self) -> int:
        with self._lock:
            gate = self._gates[self._round % 2]
            number = self._arrived
            self._arrived += 1
            last = self._arrived == self._parties
            if last:
                self._arrived = 0
                self._round += 1
                for _ in range(self._parties - 1):
                    gate.release()
        if not last:
            gate.acquire()
        return number
