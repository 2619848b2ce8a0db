# fails: errors: the function raises: the exception is logged, and the caller gets None
# kind: wrong_result|exception
import logging
from threading import Lock


def once(function):
    lock = Lock()
    results = []

    def call():
        with lock:
            if not results:
                try:
                    results.append(function())
                except Exception:
                    logging.getLogger(__name__).debug("failed", exc_info=True)
                    return None
            return results[0]

    return call
