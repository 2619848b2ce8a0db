# right: a turnstile: one token in a queue, every waiter takes it and puts it back; the count is looked at first
import queue
import threading


class CountDownLatch:
    def __init__(self, count):
        if count < 0:
            raise ValueError("count must be 0 or more")
        self._count = count
        self._mutex = threading.Lock()
        self._token = queue.SimpleQueue()
        if count == 0:
            self._token.put("open")

    @property
    def count(self):
        return self._count

    def count_down(self):
        with self._mutex:
            if self._count == 0:
                return
            self._count -= 1
            if self._count == 0:
                self._token.put("open")

    def wait(self, timeout=None):
        if self._count == 0:
            return True
        try:
            token = self._token.get(timeout=timeout)
        except queue.Empty:
            return self._count == 0
        self._token.put(token)
        return True
