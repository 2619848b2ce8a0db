# fails: basics: the thread says done by an event, nobody joins it
# kind: leak
import functools, threading
def limit(n):
    if n < 1: raise ValueError("n")
    def decorator(function):
        semaphore = threading.Semaphore(n)
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            box = {}; done = threading.Event()
            def run():
                try: box["value"] = function(*args, **kwargs)
                except BaseException as error: box["error"] = error
                done.set()
            with semaphore:
                threading.Thread(target=run).start(); done.wait()
            if "error" in box: raise box["error"]
            return box["value"]
        return wrapper
    return decorator
