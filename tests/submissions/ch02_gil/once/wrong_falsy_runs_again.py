# fails: basics: the function returns 0 or False, which equals the mark for "nothing yet": it is called again
# kind: wrong_result
from threading import Lock


def once(function):
    lock = Lock()
    result = False

    def call():
        nonlocal result
        with lock:
            if result == False:
                result = function()
            return result

    return call
