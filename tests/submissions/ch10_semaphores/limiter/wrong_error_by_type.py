# fails: basics: raises a fresh exception of the type
# kind: wrong_result|exception
import functools, threading
def limit(n):
    if n < 1: raise ValueError("n")
    def decorator(function):
        semaphore = threading.Semaphore(n)
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            semaphore.acquire()
            try: result = function(*args, **kwargs)
            except BaseException as e:
                semaphore.release()
                raise type(e)(*e.args)
            semaphore.release()
            return result
        return wrapper
    return decorator
