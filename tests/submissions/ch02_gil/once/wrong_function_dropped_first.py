# fails: one_call: A lets the function go before the result is stored; B sees that there is none and returns None
# kind: race|wrong_result
from threading import Lock


def once(function):
    lock = Lock()
    result = None

    def call():
        nonlocal function, result
        if function is None:
            return result
        with lock:
            if function is not None:
                value = function()
                function = None
                result = value
            return result

    return call
