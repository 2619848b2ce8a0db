# fails: independence: a class-wide RLock: within one thread two callables may nest, but two threads wait for each other
# kind: deadlock|hang
from threading import RLock


class Once:
    lock = RLock()

    def __init__(self, function):
        self.function = function
        self.results = []

    def __call__(self):
        with self.lock:
            if not self.results:
                self.results.append(self.function())
            return self.results[0]


def once(function):
    return Once(function)
