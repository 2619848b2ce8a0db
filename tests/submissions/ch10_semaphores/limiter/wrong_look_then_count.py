# fails: at_most: n = 1: A sees running 0 and lets go of the condition; B sees 0 too; both count themselves and run
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
                left.wait_for(lambda: running < n)
            with left:
                running += 1
            try:
                return function(*args, **kwargs)
            finally:
                with left:
                    running -= 1
                    left.notify()
        return wrapper
    return decorator
