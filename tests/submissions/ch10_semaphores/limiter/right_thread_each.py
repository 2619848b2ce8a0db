# right: a thread for each call, joined
import functools, threading
def limit(n):
    if n < 1: raise ValueError("n")
    def decorator(function):
        semaphore = threading.Semaphore(n)
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            box = {}
            def run():
                try: box["value"] = function(*args, **kwargs)
                except BaseException as error: box["error"] = error
            with semaphore:
                thread = threading.Thread(target=run)
                thread.start(); thread.join()
            if "error" in box: raise box["error"]
            return box["value"]
        return wrapper
    return decorator
