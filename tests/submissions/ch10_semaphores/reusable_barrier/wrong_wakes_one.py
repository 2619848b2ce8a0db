# fails: one_round: three parties: the last one releases one permit, one of the two waiters stays asleep
# kind: deadlock|lost_wakeup|hang
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
            number = self._arrived
            self._arrived += 1
            last = self._arrived == self._parties
            if last:
                self._arrived = 0
                self._round += 1
                gate.release()
        if not last:
            gate.acquire()
        return number
