# right: list.pop is the count-down
import threading
class CountDownLatch:
    def __init__(self, count):
        if count < 0:
            raise ValueError("count")
        self._left = [None] * count
        self._event = threading.Event()
    def count_down(self):
        try:
            self._left.pop()
        except IndexError:
            pass
        if not self._left:
            self._event.set()
    def wait(self, timeout=None):
        return not self._left or self._event.wait(timeout)
    @property
    def count(self):
        return len(self._left)
