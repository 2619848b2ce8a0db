# fails: basics: a call with a keyword argument raises TypeError
# kind: exception
import functools
import threading


def limit(n):
    if n < 1:
        raise ValueError(n)

    def decorator(function):
        places = threading.Semaphore(n)

        @functools.wraps(function)
        def wrapper(*args):
            with places:
                return function(*args)
        return wrapper
    return decorator
