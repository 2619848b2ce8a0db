# right: an endless generator of exit codes, cut by islice and by the first zero
import multiprocessing
from itertools import islice
def _codes(target, args):
    while True:
        p = multiprocessing.Process(target=target, args=args)
        p.start(); p.join()
        yield p.exitcode
def supervise(target, args=(), max_restarts=3):
    if max_restarts < 0: raise ValueError(f"max_restarts must not be negative, not {max_restarts}")
    codes = []
    for code in islice(_codes(target, args), max_restarts + 1):
        codes.append(code)
        if code == 0: break
    return codes
