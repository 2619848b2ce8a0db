# fails: together: the semaphore has max(1, n - 1) places: with n = 2 the second call waits for the first
# kind: deadlock|hang|wrong_result
import functools
import threading


def limit(n):
    if n < 1:
        raise ValueError(n)

    def decorator(function):
        places = threading.Semaphore(max(1, n - 1))

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            with places:
                return function(*args, **kwargs)
        return wrapper
    return decorator
