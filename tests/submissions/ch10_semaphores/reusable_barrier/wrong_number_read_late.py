# fails: one_round: A counts itself, B counts itself, then both read the count after the mutex: the same number twice
# kind: wrong_result|race
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
            turn, mine = divmod(self._drawn, self._parties)
            self._drawn += 1
        number = (self._drawn - 1) % self._parties
        gate = self._gates[turn % 2]
        if mine == self._parties - 1:
            for _ in range(self._parties):
                gate.release()
        gate.acquire()
        return number
