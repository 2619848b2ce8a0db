# fails: at_most: n = 1: the second call finds 1 running, which is not more than n, and runs beside the first
# kind: overlap|race|wrong_result
import functools
import threading


def limit(n):
    if n < 1:
        raise ValueError(n)

    def decorator(function):
        left = threading.Condition()
        running = 0

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            nonlocal running
            with left:
                while running > n:
                    left.wait()
                running += 1
            try:
                return function(*args, **kwargs)
            finally:
                with left:
                    running -= 1
                    left.notify()
        return wrapper
    return decorator
