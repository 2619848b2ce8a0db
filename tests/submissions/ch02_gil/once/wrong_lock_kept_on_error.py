# fails: errors: the function raises: release() is not reached, and the next caller waits for ever
# kind: deadlock|hang|leak
from threading import Lock


def once(function):
    lock = Lock()
    results = []

    def call():
        lock.acquire()
        if not results:
            results.append(function())
        lock.release()
        return results[0]

    return call
