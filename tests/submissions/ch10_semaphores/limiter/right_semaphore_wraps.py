# right: the textbook: a semaphore per decorated function
import functools
import threading


def limit(n):
    if n < 1:
        raise ValueError("n must be at least 1")

    def decorator(function):
        places = threading.Semaphore(n)

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            with places:
                return function(*args, **kwargs)

        return wrapper

    return decorator
