# fails: independence: the lock is a default argument, made once: two callables wait for each other
# kind: deadlock|hang
from threading import Lock


def once(function, lock=Lock()):
    done, result = False, None

    def call():
        nonlocal done, result
        with lock:
            if not done:
                result = function()
                done = True
            return result

    return call
