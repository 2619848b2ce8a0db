# fails: errors: next over a generator: StopIteration becomes RuntimeError
# kind: exception|wrong_result|deadlock
import threading
def once(function):
    lock = threading.Lock()
    def values():
        value = function()
        while True: yield value
    gen = None
    def call():
        nonlocal gen
        with lock:
            if gen is None: gen = values()
            try: return next(gen)
            except BaseException: gen = None; raise
    return call
