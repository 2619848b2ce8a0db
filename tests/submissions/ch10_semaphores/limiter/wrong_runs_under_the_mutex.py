# fails: together: the function is called while the condition is held: with n = 2 the second call cannot come in
# kind: deadlock|hang|wrong_result
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
                while running >= n:
                    left.wait()
                running += 1
                try:
                    return function(*args, **kwargs)
                finally:
                    running -= 1
                    left.notify()
        return wrapper
    return decorator
