# right: a generator under a lock gives it for ever
import threading
def once(function):
    lock, values = threading.Lock(), None
    def forever(value):
        while True: yield value
    def call():
        nonlocal values
        with lock:
            if values is None: values = forever(function())
            return next(values)
    return call
