# fails: basics: the list of results is a default argument: a second callable returns the result of the first
# kind: wrong_result
from threading import Lock


def once(function, results=[]):
    lock = Lock()

    def call():
        with lock:
            if not results:
                results.append(function())
            return results[0]

    return call
