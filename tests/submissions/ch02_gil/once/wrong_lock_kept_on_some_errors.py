# fails: errors: the function raises a KeyError: only ValueError and RuntimeError let the lock go
# kind: deadlock|hang|leak
from threading import Lock


def once(function):
    lock = Lock()
    results = []

    def call():
        lock.acquire()
        try:
            if not results:
                results.append(function())
        except (ValueError, RuntimeError):
            lock.release()
            raise
        lock.release()
        return results[0]

    return call
