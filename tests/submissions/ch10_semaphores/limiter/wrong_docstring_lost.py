# fails: basics: the name is kept, the docstring is the wrapper's own
# kind: wrong_result|interface
import threading


def limit(n):
    if n < 1:
        raise ValueError(n)

    def decorator(function):
        places = threading.Semaphore(n)

        def wrapper(*args, **kwargs):
            """Call the function when there is a place."""
            with places:
                return function(*args, **kwargs)
        wrapper.__name__ = function.__name__
        wrapper.__qualname__ = function.__qualname__
        return wrapper
    return decorator
