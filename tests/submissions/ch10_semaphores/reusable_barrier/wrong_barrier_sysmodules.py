# fails: loads: sysmodules
# kind: forbidden|exception
import threading, multiprocessing
class ReusableBarrier:
    def __init__(self, parties):
        if parties < 1: raise ValueError
        self.b = __import__("sys").modules["threading"].Barrier(parties)
    def wait(self): return self.b.wait()
