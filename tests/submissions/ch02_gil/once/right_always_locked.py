# right: no fast path; a class with __call__, a sentinel says that there is no result yet
from threading import Lock

_MISSING = object()


class Once:
    def __init__(self, function):
        self.function = function
        self.result = _MISSING
        self.lock = Lock()

    def __call__(self):
        self.lock.acquire()
        try:
            if self.result is _MISSING:
                self.result = self.function()
            return self.result
        finally:
            self.lock.release()


def once(function):
    return Once(function)
