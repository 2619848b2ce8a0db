# fails: at_most: the function raises once, its place is never freed: with n = 1 the next call waits for ever
# kind: deadlock|hang|lost_wakeup|leak
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
            result = function(*args, **kwargs)
            places.release()
            return result
        return wrapper
    return decorator
