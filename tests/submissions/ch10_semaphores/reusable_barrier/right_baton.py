# right: Locks only, handed over
import threading
class ReusableBarrier:
    def __init__(self, parties):
        if parties < 1: raise ValueError("parties")
        self._n = parties; self._in = 0
        self._enter, self._leave = threading.Lock(), threading.Lock()
        self._leave.acquire()
    def wait(self):
        self._enter.acquire()
        self._in += 1
        number = self._in - 1
        if self._in == self._n: self._leave.release()
        else: self._enter.release()
        self._leave.acquire()
        self._in -= 1
        if self._in == 0: self._enter.release()
        else: self._leave.release()
        return number
