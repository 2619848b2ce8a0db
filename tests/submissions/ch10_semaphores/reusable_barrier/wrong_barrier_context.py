# fails: loads: context
# kind: forbidden|exception
import threading, multiprocessing
class ReusableBarrier:
    def __init__(self, parties):
        if parties < 1: raise ValueError
        self.b = multiprocessing.get_context().Barrier(parties)
    def wait(self): return self.b.wait()
