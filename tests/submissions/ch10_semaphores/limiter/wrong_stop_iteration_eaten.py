# fails: basics: a function that raises StopIteration seems to return None: next() with a default takes it for its own
# kind: exception|wrong_result
import functools
import threading


def limit(n):
    if n < 1:
        raise ValueError(n)

    def decorator(function):
        places = threading.Semaphore(n)

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            with places:
                return next(map(lambda _: function(*args, **kwargs), [None]), None)
        return wrapper
    return decorator
