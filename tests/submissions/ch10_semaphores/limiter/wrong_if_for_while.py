# fails: at_most: n = 1: A leaves and wakes B; C comes in before B runs; B goes in without looking again
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
                if running == n:
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
