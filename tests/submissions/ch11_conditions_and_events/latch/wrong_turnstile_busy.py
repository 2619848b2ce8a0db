# fails: interleavings: the count has read 0; A has just taken the turnstile's permit; B's wait(0) finds none and is False
# kind: race|wrong_result
import threading


class CountDownLatch:
    def __init__(self, count):
        if count < 0:
            raise ValueError(count)
        self._count = count
        self._mutex = threading.Lock()
        self._turnstile = threading.Semaphore(0 if count else 1)

    @property
    def count(self):
        with self._mutex:
            return self._count

    def count_down(self):
        with self._mutex:
            if self._count == 0:
                return
            self._count -= 1
            if self._count == 0:
                self._turnstile.release()

    def wait(self, timeout=None):
        if not self._turnstile.acquire(timeout=timeout):
            return False
        self._turnstile.release()
        return True
