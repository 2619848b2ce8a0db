# fails: one_call: the lock is not free within ten seconds: the second thread goes on without it and calls the function, too
# kind: race|wrong_result|exception
from threading import Lock


def once(function):
    lock = Lock()
    results = []

    def call():
        if not results:
            locked = lock.acquire(timeout=10)
            try:
                if not results:
                    results.append(function())
            finally:
                if locked:
                    lock.release()
        return results[0]

    return call
