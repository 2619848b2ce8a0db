# fails: together: in batches of n: nobody goes in until all n are out
# kind: lost_wakeup|deadlock|wrong_result
import functools, threading
def limit(n):
    if n < 1: raise ValueError
    def d(f):
        c = threading.Condition(); st = {"in": 0, "used": 0}
        @functools.wraps(f)
        def w(*a, **k):
            with c:
                c.wait_for(lambda: st["used"] < n)
                st["used"] += 1; st["in"] += 1
            try: return f(*a, **k)
            finally:
                with c:
                    st["in"] -= 1
                    if st["in"] == 0: st["used"] = 0; c.notify_all()
        return w
    return d
