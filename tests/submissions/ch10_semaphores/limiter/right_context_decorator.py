# right: a ContextDecorator that enters the semaphore, made anew for each function
from contextlib import ContextDecorator
from threading import Semaphore


class _Gate(ContextDecorator):
    def __init__(self, n):
        self.semaphore = Semaphore(n)

    def __enter__(self):
        self.semaphore.acquire()
        return self

    def __exit__(self, *error):
        self.semaphore.release()
        return False


def limit(n):
    if n < 1:
        raise ValueError("n < 1")
    return lambda function: _Gate(n)(function)
