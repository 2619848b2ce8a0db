# fails: at_most: a thread that is inside goes in again without a place
# kind: overlap|wrong_result
import functools, threading
def limit(n):
    if n < 1: raise ValueError
    def d(f):
        s, here = threading.Semaphore(n), threading.local()
        @functools.wraps(f)
        def w(*a, **k):
            if getattr(here, "inside", False): return f(*a, **k)
            with s:
                here.inside = True
                try: return f(*a, **k)
                finally: here.inside = False
        return w
    return d
