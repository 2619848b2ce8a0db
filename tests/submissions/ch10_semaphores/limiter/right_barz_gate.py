# right: Barz's semaphore: a count and two plain locks, the gate stays shut while the count is 0
import threading
from contextlib import contextmanager
from functools import wraps


def limit(n):
    if not n >= 1:
        raise ValueError("n")

    def decorator(function):
        mutex, gate = threading.Lock(), threading.Lock()
        free = n

        @contextmanager
        def place():
            nonlocal free
            gate.acquire()
            with mutex:
                free -= 1
                if free > 0:
                    gate.release()
            try:
                yield
            finally:
                with mutex:
                    free += 1
                    if free == 1:
                        gate.release()

        @wraps(function)
        def wrapper(*args, **kwargs):
            with place():
                return function(*args, **kwargs)

        return wrapper

    return decorator
