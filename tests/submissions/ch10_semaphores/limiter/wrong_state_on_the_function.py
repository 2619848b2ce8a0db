# fails: together: the semaphore hangs on the undecorated function: a = limit(1)(f) and b = limit(1)(f) share one place
# kind: deadlock|hang|wrong_result|forbidden
import functools
import threading


def limit(n):
    if n < 1:
        raise ValueError(n)

    def decorator(function):
        places = vars(function).setdefault("_places", threading.Semaphore(n))

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            with places:
                return function(*args, **kwargs)
        return wrapper
    return decorator
