# right: locks only: waiters stand in a dict (number -> gate) whose order is the line; a gate left in the dict was not opened
import itertools
import threading


class CountingSemaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("value must not be negative")
        self.value = value
        self.lock = threading.Lock()
        self.gates = {}
        self.numbers = itertools.count()

    def acquire(self, blocking=True, timeout=None):
        with self.lock:
            if self.value:
                self.value -= 1
                return True
            if not blocking:
                return False
            me = next(self.numbers)
            gate = self.gates[me] = threading.Lock()
            gate.acquire()
        if timeout is None:
            return gate.acquire()
        if gate.acquire(True, max(timeout, 0)):
            return True
        with self.lock:
            return self.gates.pop(me, None) is None

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be at least 1")
        with self.lock:
            chosen = list(itertools.islice(self.gates, n))
            for number in chosen:
                self.gates.pop(number).release()
            self.value += n - len(chosen)

    def __enter__(self):
        self.acquire()
        return self

    def __exit__(self, *exc_info):
        self.release()
