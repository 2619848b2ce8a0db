# right: multiprocessing's semaphore between threads
import functools, multiprocessing
def limit(n):
    if n < 1: raise ValueError("n")
    def decorator(function):
        semaphore = multiprocessing.BoundedSemaphore(n)
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            with semaphore:
                return function(*args, **kwargs)
        return wrapper
    return decorator
