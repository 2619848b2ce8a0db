# right: terse; lambdas, one-letter names, __enter__ is acquire itself
import threading as t


class CountingSemaphore:
    def __init__(s, value=1):
        if value < 0: raise ValueError
        s.v, s.c = value, t.Condition()
    def acquire(s, blocking=True, timeout=None):
        with s.c:
            ok = s.v > 0 or bool(blocking) and s.c.wait_for(lambda: s.v, timeout) > 0
            s.v -= ok
            return ok
    def release(s, n=1):
        if n < 1: raise ValueError
        with s.c: s.v += n; s.c.notify(n)
    __enter__ = acquire
    __exit__ = lambda s, *e: s.release()
