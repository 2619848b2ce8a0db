# right: no mutex: next() of one counter gives round and number; who draws the last number of a round opens its gate
import itertools
import threading


class ReusableBarrier:
    def __init__(self, parties):
        if parties < 1:
            raise ValueError("at least one")
        self._parties = parties
        self._tickets = itertools.count()
        self._gates = [threading.Semaphore(0) for _ in range(2)]

    def wait(self):
        round_, number = divmod(next(self._tickets), self._parties)
        gate = self._gates[round_ % 2]
        if number == self._parties - 1:
            for _ in range(number):
                gate.release()
        else:
            gate.acquire()
        return number
