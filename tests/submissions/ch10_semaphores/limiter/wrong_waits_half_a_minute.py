# fails: at_most: a call waits at most 30 seconds for a place and then runs without one
# kind: overlap|race|wrong_result
import functools
import threading


def limit(n):
    if n < 1:
        raise ValueError(n)

    def decorator(function):
        places = threading.Semaphore(n)

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            taken = places.acquire(timeout=30)
            try:
                return function(*args, **kwargs)
            finally:
                if taken:
                    places.release()
        return wrapper
    return decorator
