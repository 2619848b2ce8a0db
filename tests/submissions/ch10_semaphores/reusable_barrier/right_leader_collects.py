# right: the first of a round is its leader: it collects the others one by one and then lets them go
import threading


class ReusableBarrier:
    def __init__(self, parties):
        if parties < 1:
            raise ValueError("parties")
        self._others = range(parties - 1)
        self._parties = parties
        self._total = 0
        self._mutex = threading.Lock()
        self._here = threading.Semaphore(0)
        self._go = threading.Semaphore(0), threading.Semaphore(0)

    def wait(self):
        with self._mutex:
            turn, number = divmod(self._total, self._parties)
            self._total += 1
        go = self._go[turn % 2]
        if number == 0:
            for _ in self._others:
                self._here.acquire()
            for _ in self._others:
                go.release()
        else:
            self._here.release()
            go.acquire()
        return number
