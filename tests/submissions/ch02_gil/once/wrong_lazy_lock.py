# fails: one_call: two first callers both find no lock, make one each, and both call the function
# kind: race|wrong_result
from threading import Lock


def once(function):
    lock = None
    results = []

    def call():
        nonlocal lock
        if lock is None:
            lock = Lock()
        with lock:
            if not results:
                results.append(function())
            return results[0]

    return call
