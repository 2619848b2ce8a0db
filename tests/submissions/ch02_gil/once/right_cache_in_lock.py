# right: lru_cache keeps the result (it keeps no exception); a lock around it keeps a second call out
from functools import lru_cache
from threading import Lock


def once(function):
    cached = lru_cache(maxsize=None)(function)
    lock = Lock()

    def get():
        with lock:
            return cached()

    return get
