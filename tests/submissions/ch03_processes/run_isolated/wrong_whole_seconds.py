# fails: timeouts: timeout=0.5 is rounded to a whole second: an answer after 0.75 seconds is still taken
# kind: wrong_result
import multiprocessing as mp
class ChildCrashed(Exception):
    def __init__(self, exitcode):
        super().__init__(exitcode); self.exitcode = exitcode
def _go(c, f, a):
    try: m = (True, f(*a))
    except Exception as e: m = (False, e)
    c.send(m)

def run_isolated(function, *args, timeout=None):
    r, s = mp.Pipe(False)
    p = mp.Process(target=_go, args=(s, function, args)); p.start(); s.close()
    if not r.poll(timeout and max(1, int(timeout))): p.kill(); p.join(); raise TimeoutError
    try: ok, v = r.recv()
    except (EOFError, OSError): p.join(); raise ChildCrashed(p.exitcode)
    p.join()
    if ok: return v
    raise v
