# fails: at_most: RLock for n == 1
# kind: overlap|wrong_result|race
import functools, threading
def limit(n):
    if n < 1: raise ValueError
    def d(f):
        s = threading.RLock() if n == 1 else threading.Semaphore(n)
        @functools.wraps(f)
        def w(*a, **k):
            with s: return f(*a, **k)
        return w
    return d
