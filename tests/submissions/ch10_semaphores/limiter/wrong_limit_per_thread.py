# fails: at_most: every thread has a semaphore of its own: n = 1 and two threads: both run
# kind: overlap|race|wrong_result
import functools
import threading


def limit(n):
    if n < 1:
        raise ValueError(n)

    def decorator(function):
        mine = threading.local()

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            if not hasattr(mine, "places"):
                mine.places = threading.Semaphore(n)
            with mine.places:
                return function(*args, **kwargs)
        return wrapper
    return decorator
