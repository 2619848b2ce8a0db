# right: typed, name and docstring copied by hand, the exception caught as BaseException and raised again
import threading
from typing import Callable, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


def limit(n: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    if n < 1:
        raise ValueError(f"n must be at least 1, not {n}")

    def decorator(function: Callable[P, R]) -> Callable[P, R]:
        slots: threading.Semaphore = threading.BoundedSemaphore(value=n)

        def inner(*args: P.args, **kwargs: P.kwargs) -> R:
            slots.acquire()
            try:
                result = function(*args, **kwargs)
            except BaseException:
                slots.release()
                raise
            else:
                slots.release()
                return result

        inner.__name__ = function.__name__
        inner.__qualname__ = function.__qualname__
        inner.__doc__ = function.__doc__
        inner.__module__ = function.__module__
        return inner

    return decorator
