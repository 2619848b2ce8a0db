# fails: errors: the first call raises, but "done" is set all the same: the next caller returns None
# kind: wrong_result
from threading import Lock


def once(function):
    lock = Lock()
    done = False
    result = None

    def call():
        nonlocal done, result
        with lock:
            if not done:
                try:
                    result = function()
                finally:
                    done = True
            return result

    return call
