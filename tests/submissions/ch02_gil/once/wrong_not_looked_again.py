# fails: one_call: B saw "not done" before A finished and waited for the lock; then it calls the function a second time
# kind: race|wrong_result
from threading import Lock


def once(function):
    lock = Lock()
    done = False
    result = None

    def call():
        nonlocal done, result
        if not done:
            with lock:
                result = function()
                done = True
        return result

    return call
