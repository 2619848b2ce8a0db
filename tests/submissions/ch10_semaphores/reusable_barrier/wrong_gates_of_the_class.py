# fails: one_round: the semaphores belong to the class: the permit that B gives to A at barrier 1 lets C out of barrier 2 early
# kind: race|overlap|deadlock|wrong_result|hang|lost_wakeup
import threading


class ReusableBarrier:
    _lock = threading.Lock()
    _gates = (threading.Semaphore(0), threading.Semaphore(0))

    def __init__(self, parties):
        if parties < 1:
            raise ValueError(parties)
        self._parties = parties
        self._arrived = 0
        self._round = 0

    def wait(self):
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
