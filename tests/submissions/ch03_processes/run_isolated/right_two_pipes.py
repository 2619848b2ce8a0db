# right: a pipe for the result and one for the exception; the end of both is a death
import multiprocessing as mp
class ChildCrashed(Exception):
    def __init__(self, exitcode):
        super().__init__(exitcode); self.exitcode = exitcode

from multiprocessing.connection import wait
def _go(res, err, f, a):
    try: res.send(f(*a))
    except Exception as e: err.send(e)
def run_isolated(function, *args, timeout=None):
    r1, w1 = mp.Pipe(False); r2, w2 = mp.Pipe(False)
    p = mp.Process(target=_go, args=(w1, w2, function, args)); p.start(); w1.close(); w2.close()
    ready = wait([r1, r2], timeout)
    if not ready:
        p.kill(); p.join(); raise TimeoutError
    nothing = object()
    value = error = nothing
    try: value = r1.recv()
    except (EOFError, OSError):
        try: error = r2.recv()
        except (EOFError, OSError): pass
    p.join()
    if value is not nothing: return value
    if error is not nothing: raise error
    raise ChildCrashed(p.exitcode)
