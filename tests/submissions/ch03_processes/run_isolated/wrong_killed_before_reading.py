# fails: crashes: the child is killed as soon as the pipe is readable, which its death makes it too: exit code -9 instead of 3
# kind: wrong_result|exception
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
    arrived = r.poll(timeout)
    p.kill()
    p.join()
    if not arrived: raise TimeoutError
    try: ok, v = r.recv()
    except (EOFError, OSError): raise ChildCrashed(p.exitcode)
    if ok: return v
    raise v
