# right: a condition and a count of the running calls; notify_all
from functools import wraps
from threading import Condition


def limit(n):
    if n <= 0:
        raise ValueError(f"limit({n})")

    def decorate(function):
        left = Condition()
        running = 0

        @wraps(function)
        def limited(*args, **kwargs):
            nonlocal running
            with left:
                while running >= n:
                    left.wait()
                running += 1
            try:
                return function(*args, **kwargs)
            finally:
                with left:
                    running -= 1
                    left.notify_all()

        return limited

    return decorate
