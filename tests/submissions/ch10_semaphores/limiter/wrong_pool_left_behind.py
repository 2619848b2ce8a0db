# fails: basics: the calls run in a thread pool that nobody ever shuts down: its threads are left after the last call
# kind: leak
import functools
from concurrent.futures import ThreadPoolExecutor


def limit(n):
    if n < 1:
        raise ValueError(n)

    def decorator(function):
        pool = ThreadPoolExecutor(n)

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            return pool.submit(function, *args, **kwargs).result()
        return wrapper
    return decorator
