# fails: basics: limit(0) returns a decorator, the ValueError comes only when that one is used
# kind: exception|wrong_result
import functools
import threading


def limit(n):
    def decorator(function):
        if n < 1:
            raise ValueError(n)
        places = threading.Semaphore(n)

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            with places:
                return function(*args, **kwargs)
        return wrapper
    return decorator
