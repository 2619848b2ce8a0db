# right: an endless generator of exit codes, cut by islice; the loop over it stops at the first zero
from itertools import islice
from multiprocessing import Process


def _exit_codes(target, args):
    while True:
        process = Process(target=target, args=args)
        process.start()
        try:
            process.join()
        finally:
            code = process.exitcode
        yield code


def supervise(target, args=(), max_restarts=3):
    if max_restarts < 0:
        raise ValueError("max_restarts < 0")
    codes = []
    for code in islice(_exit_codes(target, args), 1 + max_restarts):
        codes.append(code)
        if not code:
            break
    return codes
