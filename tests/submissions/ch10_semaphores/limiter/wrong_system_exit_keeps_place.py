# fails: at_most: a call that raises SystemExit passes `except Exception`: its place stays taken
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
            try:
                result = function(*args, **kwargs)
            except Exception:
                places.release()
                raise
            places.release()
            return result
        return wrapper
    return decorator
