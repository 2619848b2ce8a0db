# fails: errors: type and text cross the pipe, and the exception is made again: KeyError('no') becomes KeyError("'no'")
# kind: exception|wrong_result
import multiprocessing as mp
class ChildCrashed(Exception):
    def __init__(self, exitcode):
        super().__init__(exitcode); self.exitcode = exitcode
def _go(c, f, a):
    try: m = (True, f(*a))
    except Exception as e: m = (False, (type(e), str(e)))
    c.send(m)
def run_isolated(function, *args, timeout=None):
    r, s = mp.Pipe(False)
    p = mp.Process(target=_go, args=(s, function, args)); p.start(); s.close()
    if not r.poll(timeout): p.kill(); p.join(); raise TimeoutError
    try: ok, v = r.recv()
    except (EOFError, OSError): p.join(); raise ChildCrashed(p.exitcode)
    p.join()
    if ok: return v
    raise v[0](v[1])
