# fails: basics: a function that returns 0 or "" seems to return None
# kind: wrong_result
import functools
import threading


def limit(n):
    if n < 1:
        raise ValueError(n)

    def decorator(function):
        places = threading.Semaphore(n)

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            with places:
                result = function(*args, **kwargs)
            if result:
                return result
        return wrapper
    return decorator
