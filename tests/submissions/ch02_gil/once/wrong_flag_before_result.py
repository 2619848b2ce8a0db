# fails: one_call: A has set the flag and not yet the result; B passes by the fast path and returns None
# kind: race|wrong_result
from threading import Lock


class Once:
    def __init__(self, function):
        self.function = function
        self.lock = Lock()
        self.done = False
        self.result = None

    def __call__(self):
        if self.done:
            return self.result
        with self.lock:
            if not self.done:
                value = self.function()
                self.done = True
                self.result = value
            return self.result


def once(function):
    return Once(function)
