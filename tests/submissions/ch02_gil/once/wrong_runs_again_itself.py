# fails: errors: the function raises: the caller that ran it does not get the exception but runs it again until it succeeds
# kind: wrong_result|livelock|hang|exception
from threading import Lock


def once(function):
    lock = Lock()
    results = []

    def call():
        with lock:
            while not results:
                try:
                    results.append(function())
                except Exception:
                    continue
            return results[0]

    return call
