# fails: errors: the function raises StopIteration; inside the generator it becomes a RuntimeError
# kind: exception|wrong_result
from threading import Lock


def _forever(function):
    result = function()
    while True:
        yield result


def once(function):
    lock = Lock()
    source = _forever(function)

    def call():
        nonlocal source
        with lock:
            try:
                return next(source)
            except BaseException:
                source = _forever(function)
                raise

    return call
