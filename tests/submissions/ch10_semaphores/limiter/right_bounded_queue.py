# right: a queue of n places as a parking lot: putting blocks while n calls are inside
from functools import wraps
from queue import Queue


def limit(n):
    if n < 1:
        raise ValueError(n)

    def decorator(f):
        lot = Queue(maxsize=n)

        @wraps(f)
        def g(*a, **k):
            lot.put(f)
            try:
                return f(*a, **k)
            finally:
                lot.get()

        return g

    return decorator
