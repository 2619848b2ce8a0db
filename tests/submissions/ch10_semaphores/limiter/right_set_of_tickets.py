# right: a set of the tickets of the running calls instead of a count; wait_for
import functools
import itertools
import threading


def limit(n):
    if n < 1:
        raise ValueError("too few")

    def decorator(function):
        inside = set()
        numbers = itertools.count()
        changed = threading.Condition(threading.Lock())

        def enter():
            with changed:
                changed.wait_for(lambda: len(inside) < n)
                ticket = next(numbers)
                inside.add(ticket)
                return ticket

        def leave(ticket):
            with changed:
                inside.discard(ticket)
                changed.notify()

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            ticket = enter()
            try:
                return function(*args, **kwargs)
            finally:
                leave(ticket)

        return wrapper

    return decorator
