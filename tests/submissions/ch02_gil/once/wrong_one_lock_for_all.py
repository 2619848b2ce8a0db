# fails: independence: the function of the first waits until the second has been called; the second waits for the module's lock
# kind: deadlock|hang
from threading import Lock

_lock = Lock()


def once(function):
    results = []

    def call():
        if not results:
            with _lock:
                if not results:
                    results.append(function())
        return results[0]

    return call
