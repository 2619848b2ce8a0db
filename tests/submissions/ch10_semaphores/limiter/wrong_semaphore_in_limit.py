# fails: together: one decorator used for two functions: a call of the one keeps a call of the other waiting (n = 1)
# kind: deadlock|hang|wrong_result
import functools
import threading


def limit(n):
    if n < 1:
        raise ValueError(n)
    places = threading.Semaphore(n)

    def decorator(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            with places:
                return function(*args, **kwargs)
        return wrapper
    return decorator
