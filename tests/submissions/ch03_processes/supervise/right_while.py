# right: a while loop that counts down; the first start stands before it
from multiprocessing import Process


def _run(target, args):
    child = Process(target=target, args=args)
    child.start()
    child.join()
    code = child.exitcode
    child.close()
    return code


def supervise(target, args=(), max_restarts=3):
    if max_restarts < 0:
        raise ValueError(max_restarts)
    codes = [_run(target, args)]
    left = max_restarts
    while codes[-1] and left:
        codes.append(_run(target, args))
        left -= 1
    return codes
