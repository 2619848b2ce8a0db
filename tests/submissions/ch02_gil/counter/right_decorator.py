# right: a decorator of one's own makes methods synchronized; the property is made of a decorated method as well
import functools
import threading


def synchronized(method):
    @functools.wraps(method)
    def locked(self, *args, **kwargs):
        with self._monitor:
            return method(self, *args, **kwargs)
    return locked


class Counter:
    def __init__(self, start=0):
        self._monitor = threading.Condition()
        self.__value = start

    @synchronized
    def increment(self, amount=1):
        self.__value += amount
        self._monitor.notify_all()

    @synchronized
    def decrement(self, amount=1):
        self.__value -= amount
        self._monitor.notify_all()

    @property
    @synchronized
    def value(self):
        return self.__value
