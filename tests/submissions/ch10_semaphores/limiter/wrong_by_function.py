# fails: together: one function decorated twice
# kind: deadlock|wrong_result
import functools, threading
_S = {}
def limit(n):
    if n < 1: raise ValueError
    def d(f):
        s = _S.setdefault(f, threading.Semaphore(n))
        @functools.wraps(f)
        def w(*a, **k):
            with s: return f(*a, **k)
        return w
    return d
