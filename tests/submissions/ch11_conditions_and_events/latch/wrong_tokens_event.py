# fails: interleavings: popped, count 0, event not yet set
# kind: wrong_result|race
import threading
class CountDownLatch:
    def __init__(self, count):
        if count < 0: raise ValueError
        self._left = [None] * count; self._event = threading.Event()
        if not count: self._event.set()
    def count_down(self):
        try: self._left.pop()
        except IndexError: return
        if not self._left: self._event.set()
    def wait(self, timeout=None): return self._event.wait(timeout)
    @property
    def count(self): return len(self._left)
