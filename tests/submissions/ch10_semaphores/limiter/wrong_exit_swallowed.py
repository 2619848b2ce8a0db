# fails: basics: a call that raises SystemExit returns None
# kind: exception|wrong_result
import functools
import threading
from contextlib import suppress


def limit(n):
    if n < 1:
        raise ValueError(n)

    def decorator(function):
        places = threading.Semaphore(n)

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            with places, suppress(SystemExit):
                return function(*args, **kwargs)
        return wrapper
    return decorator
