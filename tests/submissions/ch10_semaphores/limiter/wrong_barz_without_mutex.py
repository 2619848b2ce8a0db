# fails: together: n = 2: B in the gate reads free 1, A leaves and writes 2, B writes 0: a place is lost, the gate stays shut
# kind: deadlock|hang|lost_wakeup|race|overlap|wrong_result|exception
import functools
import threading


def limit(n):
    if n < 1:
        raise ValueError(n)

    def decorator(function):
        mutex, gate = threading.Lock(), threading.Lock()
        free = n

        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            nonlocal free
            gate.acquire()
            free -= 1
            if free > 0:
                gate.release()
            try:
                return function(*args, **kwargs)
            finally:
                with mutex:
                    free += 1
                    if free == 1:
                        gate.release()
        return wrapper
    return decorator
