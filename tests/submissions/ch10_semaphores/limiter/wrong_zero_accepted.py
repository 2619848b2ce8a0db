# fails: basics: limit(0) raises nothing, only negative numbers do
# kind: exception|wrong_result
import functools
import threading


def limit(n):
    threading.Semaphore(n)

    def decorator(function):
        places = threading.Semaphore(n)

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            with places:
                return function(*args, **kwargs)
        return wrapper
    return decorator
