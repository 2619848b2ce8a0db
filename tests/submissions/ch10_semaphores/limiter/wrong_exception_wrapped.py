# fails: basics: a KeyError of the function arrives as a RuntimeError
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
                try:
                    return function(*args, **kwargs)
                except Exception as error:
                    raise RuntimeError(f"{function.__name__} failed") from error
        return wrapper
    return decorator
