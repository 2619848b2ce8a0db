# right: partial and update_wrapper
import functools, threading
def _call(places, function, /, *args, **kwargs):
    with places: return function(*args, **kwargs)
def _decorate(n, function):
    return functools.update_wrapper(functools.partial(_call, threading.Semaphore(n), function), function)
def limit(n):
    if n < 1: raise ValueError("n < 1")
    return functools.partial(_decorate, n)
