# fails: together: limit(1) is cached with its semaphore: two functions decorated with limit(1) share one place
# kind: deadlock|hang|wrong_result
import functools
import threading


@functools.lru_cache(maxsize=None)
def _places(n):
    return threading.Semaphore(n)


def limit(n):
    if n < 1:
        raise ValueError(n)

    def decorator(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            with _places(n):
                return function(*args, **kwargs)
        return wrapper
    return decorator
