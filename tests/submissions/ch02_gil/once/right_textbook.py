# right: double-checked: the flag is set after the result, and looked at again inside the lock
import threading


def once(function):
    lock = threading.Lock()
    done = False
    result = None

    def call():
        nonlocal done, result
        if not done:
            with lock:
                if not done:
                    result = function()
                    done = True
        return result

    return call
