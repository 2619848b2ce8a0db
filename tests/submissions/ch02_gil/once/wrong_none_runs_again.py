# fails: basics: the function returns None: the next caller takes it for "no result yet" and calls it again
# kind: wrong_result
from threading import Lock


def once(function):
    lock = Lock()
    result = None

    def call():
        nonlocal result
        with lock:
            if result is None:
                result = function()
            return result

    return call
