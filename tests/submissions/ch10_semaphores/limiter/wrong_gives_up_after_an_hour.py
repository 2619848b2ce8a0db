# fails: at_most: the wait for a place may expire: TimeoutError instead of the function's result
# kind: exception|wrong_result
import functools
import threading


def limit(n):
    if n < 1:
        raise ValueError(n)

    def decorator(function):
        places = threading.Semaphore(n)

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            if not places.acquire(timeout=3600):
                raise TimeoutError("no place for an hour")
            try:
                return function(*args, **kwargs)
            finally:
                places.release()
        return wrapper
    return decorator
