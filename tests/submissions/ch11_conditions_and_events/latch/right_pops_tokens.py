# right: no lock: a list of tokens, one pop per count_down; whoever sees the list empty sets the event
import threading


class CountDownLatch:
    def __init__(self, count):
        if count < 0:
            raise ValueError("a negative count")
        self._tokens = [None] * count
        self._empty = threading.Event()

    count = property(lambda self: len(self._tokens))

    def count_down(self):
        try:
            self._tokens.pop()
        except IndexError:
            return
        if not self._tokens:
            self._empty.set()

    def wait(self, timeout=None):
        if not self._tokens:
            return True
        return self._empty.wait(timeout) or not self._tokens
