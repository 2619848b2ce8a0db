# fails: timeouts: TimeoutError is an OSError: raised inside the try that looks for the pipe's end, it becomes ChildCrashed
# kind: wrong_result|exception|deadlock
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
    try:
        if not r.poll(timeout): raise TimeoutError
        ok, v = r.recv()
    except (EOFError, OSError):
        p.join()
        if p.exitcode is None: raise
        raise ChildCrashed(p.exitcode)
    finally:
        if p.is_alive(): p.terminate()
        p.join()
    if ok: return v
    raise v
