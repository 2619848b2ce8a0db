# right: a thread receives and puts the news into a queue, on which the caller waits with the timeout
import multiprocessing as mp
class ChildCrashed(Exception):
    def __init__(self, exitcode):
        super().__init__(exitcode); self.exitcode = exitcode
def _go(c, f, a):
    try: m = (True, f(*a))
    except Exception as e: m = (False, e)
    c.send(m)

import threading, queue
def run_isolated(function, *args, timeout=None):
    r, s = mp.Pipe(False)
    p = mp.Process(target=_go, args=(s, function, args)); p.start(); s.close()
    news = queue.Queue()
    def receive():
        try: news.put(("answer", r.recv()))
        except (EOFError, OSError): news.put(("gone", None))
    t = threading.Thread(target=receive); t.start()
    try: what, message = news.get(timeout=timeout)
    except queue.Empty:
        what, message = "late", None
        p.kill()
    t.join(); p.join(); r.close()
    if what == "late": raise TimeoutError(f"after {timeout} s")
    if what == "gone": raise ChildCrashed(p.exitcode)
    ok, v = message
    if not ok: raise v
    return v
