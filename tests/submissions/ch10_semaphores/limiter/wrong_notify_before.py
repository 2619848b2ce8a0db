# fails: at_most: notifies before it counts down, in another locked section
# kind: deadlock|lost_wakeup
import functools, threading
def limit(n):
    if n < 1: raise ValueError
    def d(f):
        c = threading.Condition(); k0 = [0]
        @functools.wraps(f)
        def w(*a, **k):
            with c:
                while k0[0] >= n: c.wait()
                k0[0] += 1
            try: return f(*a, **k)
            finally:
                with c: c.notify()
                with c: k0[0] -= 1
        return w
    return d
