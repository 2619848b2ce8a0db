# right: the inner function is replaced by one that only returns the value; all under a reentrant lock
from threading import RLock


def once(function):
    lock = RLock()

    def first():
        nonlocal current
        value = function()
        current = lambda: value
        return value

    current = first

    def call():
        with lock:
            return current()

    return call
