# fails: basics: every caller gets a copy of its own, not the one result
# kind: wrong_result
import copy
from threading import Lock


def once(function):
    lock = Lock()
    results = []

    def call():
        with lock:
            if not results:
                results.append(function())
        return copy.copy(results[0])

    return call
