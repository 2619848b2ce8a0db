# right: a callable object in place of the function; it binds to instances like a function would
import functools
import threading
import types


class limit:
    def __init__(self, n):
        if n < 1:
            raise ValueError("at least one call must be allowed")
        self._n = n

    def __call__(self, function):
        return _Limited(function, self._n)


class _Limited:
    def __init__(self, function, n):
        self._function = function
        self._places = threading.BoundedSemaphore(n)
        functools.update_wrapper(self, function)

    def __get__(self, instance, owner=None):
        return self if instance is None else types.MethodType(self, instance)

    def __call__(self, /, *args, **kwargs):
        self._places.acquire()
        try:
            return self._function(*args, **kwargs)
        finally:
            self._places.release()
