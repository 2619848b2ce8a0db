# fails: together: the places are kept by the function's name: two different functions of one name share them
# kind: deadlock|hang|wrong_result
import functools
import threading

_places = {}


def limit(n):
    if n < 1:
        raise ValueError(n)

    def decorator(function):
        places = _places.setdefault((function.__qualname__, n), threading.Semaphore(n))

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            with places:
                return function(*args, **kwargs)
        return wrapper
    return decorator
