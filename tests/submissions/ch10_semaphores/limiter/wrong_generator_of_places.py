# fails: at_most: a with statement around a bare `yield` without finally: a raising call never frees its place
# kind: deadlock|hang|lost_wakeup|leak
import functools
import threading
from contextlib import contextmanager


@contextmanager
def _place(places):
    places.acquire()
    yield
    places.release()


def limit(n):
    if n < 1:
        raise ValueError(n)

    def decorator(function):
        places = threading.Semaphore(n)

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            with _place(places):
                return function(*args, **kwargs)
        return wrapper
    return decorator
