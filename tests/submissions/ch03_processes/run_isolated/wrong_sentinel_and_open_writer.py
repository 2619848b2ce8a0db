# fails: crashes: the sentinel tells the death, but the caller holds the writing end too: half an answer is waited for, for ever
# kind: deadlock|hang
from multiprocessing import Process, Pipe
from multiprocessing.connection import wait
class ChildCrashed(Exception):
    def __init__(self, exitcode):
        self.exitcode = exitcode
def _main(c, f, a):
    try:
        msg = [f(*a), None]
    except Exception as e:
        msg = [None, e]
    c.send(msg)
def run_isolated(function, *args, timeout=None):
    mine, theirs = Pipe()
    p = Process(target=_main, args=(theirs, function, args))
    p.start()
    ready = wait([mine, p.sentinel], timeout)
    if not ready:
        p.kill(); p.join()
        raise TimeoutError
    if mine.poll():
        value, error = mine.recv()
    else:
        p.join()
        raise ChildCrashed(p.exitcode)
    p.join()
    if error is not None:
        raise error
    return value
