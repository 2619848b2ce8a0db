# fails: at_most: the first two calls both find no semaphore and make one each: with n = 1 both run
# kind: overlap|race|wrong_result
import functools
import threading


def limit(n):
    if n < 1:
        raise ValueError(n)

    def decorator(function):
        places = None

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            nonlocal places
            if places is None:
                places = threading.Semaphore(n)
            with places:
                return function(*args, **kwargs)
        return wrapper
    return decorator
