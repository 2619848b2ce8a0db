# fails: rounds: remembers who has come, never forgets
# kind: deadlock|wrong_result|exception
import threading
class ReusableBarrier:
    def __init__(self, parties):
        if parties < 1: raise ValueError
        self._n, self._mutex, self._who, self._gate = parties, threading.Lock(), {}, threading.Semaphore(0)
    def wait(self):
        me = threading.get_ident()
        with self._mutex:
            number = self._who.setdefault(me, len(self._who))
            if len(self._who) == self._n: self._gate.release()
        self._gate.acquire(); self._gate.release()
        return number
