# fails: together: n = 2, C and D wait; A leaves and wakes C; B leaves before C is in: 0 run, D is not woken, nor later by C
# kind: deadlock|lost_wakeup|hang
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
                while running == n:
                    left.wait()
                running += 1
            try:
                return function(*args, **kwargs)
            finally:
                with left:
                    if running == n:
                        left.notify()
                    running -= 1
        return wrapper
    return decorator
