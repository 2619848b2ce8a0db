# fails: at_most: a raising call frees its place in except and again in finally: afterwards n + 1 calls run at once
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
            places.acquire()
            try:
                return function(*args, **kwargs)
            except Exception:
                places.release()
                raise
            finally:
                places.release()
        return wrapper
    return decorator
