# fails: at_most: while n calls run another one asks again and again with a short sleep
# kind: livelock
import functools
import threading
import time


def limit(n):
    if n < 1:
        raise ValueError(n)

    def decorator(function):
        places = threading.Semaphore(n)

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            while not places.acquire(blocking=False):
                time.sleep(0.001)
            try:
                return function(*args, **kwargs)
            finally:
                places.release()
        return wrapper
    return decorator
