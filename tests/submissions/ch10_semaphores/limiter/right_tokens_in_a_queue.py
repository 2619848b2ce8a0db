# right: n tokens in a queue; a call takes one out and puts it back
import functools
import queue


def limit(n):
    if n < 1:
        raise ValueError(n)
    return functools.partial(_decorate, n)


def _decorate(n, function):
    tokens = queue.SimpleQueue()
    for token in range(n):
        tokens.put(token)

    def call(*args, **kwargs):
        token = tokens.get()
        try:
            return function(*args, **kwargs)
        finally:
            tokens.put(token)

    return functools.update_wrapper(call, function)
