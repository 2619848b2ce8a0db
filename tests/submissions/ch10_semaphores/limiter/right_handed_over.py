# right: first come, first served: who leaves hands its place to the longest waiter through that one's own lock
import functools
import threading
from collections import deque


class _Places:
    def __init__(self, n):
        self.mutex = threading.Lock()
        self.free = n
        self.queue = deque()

    def __enter__(self):
        with self.mutex:
            if self.free:
                self.free -= 1
                return
            turn = threading.Lock()
            turn.acquire()
            self.queue.append(turn)
        turn.acquire()

    def __exit__(self, *error):
        with self.mutex:
            if self.queue:
                self.queue.popleft().release()
            else:
                self.free += 1


def limit(n):
    if n < 1:
        raise ValueError("n must be positive")

    def decorator(function):
        places = _Places(n)

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            with places:
                return function(*args, **kwargs)
        return wrapper
    return decorator
