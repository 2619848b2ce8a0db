# right: a context manager kills the child on TimeoutError only, and always joins it
import multiprocessing as mp
class ChildCrashed(Exception):
    def __init__(self, exitcode):
        super().__init__(exitcode); self.exitcode = exitcode
def _go(c, f, a):
    try: m = (True, f(*a))
    except Exception as e: m = (False, e)
    c.send(m)

from contextlib import contextmanager, closing
@contextmanager
def child(function, args):
    r, s = mp.Pipe(False)
    p = mp.Process(target=_go, args=(s, function, args))
    p.start()
    s.close()
    try:
        yield p, r
    except TimeoutError:
        p.kill()
        raise
    finally:
        r.close()
        p.join()
        p.close()
def run_isolated(function, *args, timeout=None):
    with child(function, args) as (p, r):
        if not r.poll(timeout):
            raise TimeoutError("no answer in time")
        try:
            ok, value = r.recv()
        except (EOFError, OSError):
            p.join()
            raise ChildCrashed(p.exitcode) from None
    if ok:
        return value
    raise value
