# fails: one_call: the flag is set when the call begins; a second caller returns None while the function still runs
# kind: race|wrong_result
from threading import Lock


def once(function):
    lock = Lock()
    started = False
    result = None

    def call():
        nonlocal started, result
        with lock:
            first, started = not started, True
        if first:
            try:
                result = function()
            except BaseException:
                started = False
                raise
        return result

    return call
