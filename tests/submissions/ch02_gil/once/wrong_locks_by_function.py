# fails: independence: two callables of the same function share its lock: the second waits while the first one's call runs
# kind: deadlock|hang
from threading import Lock

_locks = {}


def once(function):
    lock = _locks.setdefault(function, Lock())
    results = []

    def call():
        if not results:
            with lock:
                if not results:
                    results.append(function())
        return results[0]

    return call
